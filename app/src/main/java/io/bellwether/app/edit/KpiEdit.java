package io.bellwether.app.edit;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One KPI's place in a file, and the changes that can be made there. */
public final class KpiEdit {
    private final SourceFile file;
    private final Node.Sequence list;
    private final int index;
    private final Node.Mapping item;

    private KpiEdit(SourceFile file, Node.Sequence list, int index, Node.Mapping item) {
        this.file = file;
        this.list = list;
        this.index = index;
        this.item = item;
    }

    /**
     * Where a KPI stands.
     *
     * @param files those of the workspace's folder: what an import stands for is not among them
     * @throws io.bellwether.core.source.DiagnosticException where it cannot be edited
     */
    public static KpiEdit of(Kpi kpi, List<SourceFile> files) {
        SourceFile file = files.stream()
                .filter(kpi.span().file()::equals)
                .filter(f -> f.path().endsWith(".yml") || f.path().endsWith(".yaml"))
                .findFirst()
                .orElseThrow(() -> Refusal.notOurs(kpi.name(), kpi.span()));
        Node.Sequence list = list(file).orElseThrow(() -> Refusal.notOurs(kpi.name(), kpi.span()));
        for (int i = 0; i < list.items().size(); i++) {
            if (list.items().get(i) instanceof Node.Mapping item
                    && YamlEdit.entry(item, "name")
                            .filter(name -> name.value().span().equals(kpi.span()))
                            .isPresent()) {
                return new KpiEdit(file, list, i, item);
            }
        }
        throw Refusal.notOurs(kpi.name(), kpi.span());
    }

    static Optional<Node.Sequence> list(SourceFile file) {
        return YamlReader.read(file, new Problems())
                .filter(Node.Mapping.class::isInstance)
                .flatMap(root -> YamlEdit.entry((Node.Mapping) root, "kpis"))
                .map(Node.Entry::value)
                .filter(Node.Sequence.class::isInstance)
                .map(Node.Sequence.class::cast);
    }

    /** With these keys of its target; those that are not named stay, and one form takes the place of another. */
    public Edited target(Map<String, String> keys) {
        YamlEdit edit = start();
        Node.Entry target = YamlEdit.entry(item, "target").orElse(null);
        if (target == null) {
            edit.add(item, List.of("target: " + flow(keys)));
        } else if (edit.own(target) instanceof Node.Mapping mapping) {
            change(edit, mapping, keys);
        } else {
            edit.value(target, flow(keys));
        }
        return done(edit);
    }

    private static void change(YamlEdit edit, Node.Mapping target, Map<String, String> keys) {
        List<String> more = new ArrayList<>();
        keys.forEach((key, value) -> {
            Optional<Node.Entry> old = same(target, key);
            if (old.isEmpty()) {
                more.add(key + ": " + value);
                return;
            }
            if (!old.get().key().value().equals(key)) {
                edit.key(old.get(), key);
            }
            edit.value(old.get(), value);
        });
        edit.add(target, more);
    }

    /** The entry that a key takes the place of: another form for a form, {@code every} for {@code by}. */
    private static Optional<Node.Entry> same(Node.Mapping target, String key) {
        Optional<Node.Entry> exact = YamlEdit.entry(target, key);
        if (exact.isPresent()) {
            return exact;
        }
        return target.entries().stream()
                .filter(entry -> both(TargetText.FORMS.contains(key), TargetText.FORMS.contains(word(entry)))
                        || both(TargetText.WHEN.contains(key), TargetText.WHEN.contains(word(entry))))
                .findFirst();
    }

    private static boolean both(boolean a, boolean b) {
        return a && b;
    }

    private static String word(Node.Entry entry) {
        return entry.key().value();
    }

    /** With another lifecycle, and further keys that it lacked. */
    public Edited lifecycle(String word, Map<String, String> others) {
        YamlEdit edit = start();
        List<String> more = new ArrayList<>();
        YamlEdit.entry(item, "lifecycle")
                .or(() -> YamlEdit.entry(item, "status"))
                .ifPresentOrElse(entry -> edit.value(entry, word), () -> more.add("lifecycle: " + word));
        others.forEach((key, value) -> YamlEdit.entry(item, key)
                .ifPresentOrElse(entry -> edit.value(entry, value), () -> more.add(key + ": " + value)));
        edit.add(item, more);
        return done(edit);
    }

    /** Without the KPI. */
    public Edited without() {
        YamlEdit edit = start();
        edit.remove(list, index);
        return done(edit);
    }

    private YamlEdit start() {
        YamlEdit edit = new YamlEdit(file);
        edit.plain(list);
        edit.plain(item);
        return edit;
    }

    private Edited done(YamlEdit edit) {
        return new Edited(file, edit.applied());
    }

    static String flow(Map<String, String> keys) {
        List<String> entries = new ArrayList<>();
        keys.forEach((key, value) -> entries.add(key + ": " + value));
        return "{ " + String.join(", ", entries) + " }";
    }
}
