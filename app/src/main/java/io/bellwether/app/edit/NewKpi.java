package io.bellwether.app.edit;

import io.bellwether.core.definition.Node;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A KPI that is not there yet. */
public final class NewKpi {
    private NewKpi() {}

    /**
     * Written below the other KPIs: in the file of the metric where it has some, else where the first ones stand; where there
     * are none yet, at the end of the metric's file or of the first.
     *
     * @param keys with their values as they are to be written, in their order
     * @param metric the file that the metric stands in
     */
    public static Edited in(List<SourceFile> files, SourceFile metric, Map<String, String> keys) {
        List<SourceFile> ours = files.stream()
                .filter(file -> file.path().endsWith(".yml") || file.path().endsWith(".yaml"))
                .toList();
        Optional<SourceFile> withKpis = ours.stream()
                .filter(file -> KpiEdit.list(file).isPresent())
                .min((a, b) -> Boolean.compare(b.equals(metric), a.equals(metric)));
        SourceFile file = withKpis.or(() -> ours.stream().filter(metric::equals).findFirst())
                .or(() -> ours.stream().findFirst())
                .orElseThrow(() -> noFile(metric));
        YamlEdit edit = new YamlEdit(file);
        Optional<Node.Sequence> list = KpiEdit.list(file);
        if (list.isPresent()) {
            edit.item((Node.Sequence) edit.plain(list.get()), lines(keys, ""), KpiEdit.flow(keys));
        } else {
            List<String> lines = new ArrayList<>(List.of("kpis:"));
            lines.addAll(lines(keys, "  "));
            edit.append(lines);
        }
        return new Edited(file, edit.applied());
    }

    private static List<String> lines(Map<String, String> keys, String indent) {
        List<String> lines = new ArrayList<>();
        keys.forEach((key, value) -> lines.add(indent + (lines.isEmpty() ? "- " : "  ") + key + ": " + value));
        return lines;
    }

    private static DiagnosticException noFile(SourceFile metric) {
        return Refusal.notOurs("the new KPI", metric.span(0, 0));
    }
}
