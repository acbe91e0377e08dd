package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.definition.Node.Style;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One YAML file to nodes. Composes from the parser's events, because that is where depth, repetition by aliases and
 * duplicate keys can be refused before they cost anything.
 */
public final class YamlReader {
    private static final int MAX_DEPTH = 30;
    private static final long MAX_NODES = 200_000;
    private static final Pattern ANCHOR = Pattern.compile("[\\w-]+");
    private static final Pattern STANDARD_TAG = Pattern.compile("tag:yaml\\.org,2002:[a-z]+");

    private final Places places;
    private final Problems problems;
    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long nodes;
    /** Where the last node begins that could be read. */
    private @Nullable Span last;

    /** @param node null while its inside is still being read */
    private record Anchored(@Nullable Node node, long size) {}

    private YamlReader(SourceFile file, Problems problems) {
        this.places = new Places(file);
        this.problems = problems;
        this.events = new Parse(settings(file.text().length()))
                .parseString(file.text())
                .iterator();
    }

    /** The library copies what it has buffered each time it reads on: in small steps a long text takes minutes. */
    private static LoadSettings settings(int length) {
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(Math.max(1024, length + 1))
                .build();
    }

    /** The root, or empty where the file holds nothing, or nothing that can be read (then a problem says so). */
    public static Optional<Node> read(SourceFile file, Problems problems) {
        if (!TextChecks.pass(file, problems)) {
            return Optional.empty();
        }
        YamlReader reader = new YamlReader(file, problems);
        try {
            return reader.document();
        } catch (DiagnosticException e) {
            e.diagnostics().forEach(problems::add);
        } catch (MarkedYamlEngineException e) {
            problems.add(YamlWords.explain(e, reader.places));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The library has no place for these: an escape that is cut off, for one.
            Span after = reader.last;
            problems.add(
                    Code.YAML, after == null ? file.span(0, 1) : after, "after this it is not YAML", "check quotes");
        }
        return Optional.empty();
    }

    private Optional<Node> document() {
        Optional<Node> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root.isPresent()) {
                Span place = places.span(event.getStartMark(), event.getEndMark());
                throw problem(Code.DOCUMENTS, place, "a second document starts here", "put it in a file of its own");
            }
            if (event instanceof NodeEvent node) {
                root = Optional.of(node(node, 0));
            }
        }
        return root.filter(node -> !(node instanceof Scalar scalar && scalar.isNull()));
    }

    private Node node(NodeEvent event, int depth) {
        Span span = places.span(event.getStartMark(), event.getEndMark());
        last = span;
        if (++nodes > MAX_NODES) {
            throw problem(Code.TOO_LARGE, span, "the file has more than " + MAX_NODES + " values", "split it");
        }
        if (depth > MAX_DEPTH) {
            throw problem(Code.TOO_LARGE, span, "blocks are nested deeper than " + MAX_DEPTH, "nest less");
        }
        if (event instanceof AliasEvent alias) {
            return anchored(alias.getAlias().getValue(), span);
        }
        long before = nodes;
        String anchor = event.getAnchor().map(a -> a.getValue()).orElse(null);
        if (anchor != null && !ANCHOR.matcher(anchor).matches() || isUnknown(tag(event))) {
            throw new DiagnosticException(YamlWords.sign(span));
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0));
        }
        Node node = event instanceof ScalarEvent scalar
                ? new Scalar(scalar.getValue(), style(scalar), span)
                : collection((CollectionStartEvent) event, depth);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes - before + 1));
        }
        return node;
    }

    private static Optional<String> tag(NodeEvent event) {
        return event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
    }

    /** The tags of YAML's own types say nothing that the reader of a key does not know. */
    private static boolean isUnknown(Optional<String> tag) {
        return tag.isPresent() && !STANDARD_TAG.matcher(tag.get()).matches();
    }

    private Node anchored(String name, Span span) {
        Anchored known = anchors.get(name);
        if (known == null) {
            throw problem(Code.YAML, span, "no anchor &" + name + " stands before this", YamlWords.QUOTE);
        }
        if (known.node() == null) {
            throw problem(Code.YAML, span, "the alias *" + name + " stands inside its own anchor", "write it out");
        }
        nodes += known.size();
        if (nodes > MAX_NODES) {
            throw problem(Code.TOO_LARGE, span, "aliases repeat too much", "write out what is needed");
        }
        return known.node();
    }

    private Node collection(CollectionStartEvent start, int depth) {
        if (start instanceof MappingStartEvent) {
            return mapping(start, depth);
        }
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (event instanceof NodeEvent item) {
            items.add(node(item, depth + 1));
            event = events.next();
        }
        return new Sequence(List.copyOf(items), places.span(start.getStartMark(), event.getEndMark()));
    }

    private Mapping mapping(CollectionStartEvent start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Event event = events.next();
        while (event instanceof NodeEvent key) {
            Node name = node(key, depth + 1);
            Node value = node((NodeEvent) events.next(), depth + 1);
            if (name instanceof Scalar scalar) {
                entries.add(new Node.Entry(scalar, value));
            } else {
                problems.add(Code.WRONG_SHAPE, name.span(), "a key is a text, not " + name.kind(), null);
            }
            event = events.next();
        }
        if (start.getFlowStyle() == FlowStyle.FLOW) {
            entries = FlowCommas.rejoin(entries);
        }
        return new Mapping(withoutDuplicates(entries), places.span(start.getStartMark(), event.getEndMark()));
    }

    private List<Node.Entry> withoutDuplicates(List<Node.Entry> entries) {
        Map<String, Node.Entry> first = new LinkedHashMap<>();
        for (Node.Entry entry : entries) {
            Node.Entry before = first.putIfAbsent(entry.key().value(), entry);
            if (before != null) {
                problems.add(
                        Code.DUPLICATE_KEY,
                        entry.key().span(),
                        "the key \"" + entry.key().value() + "\" stands here twice",
                        "the first is in line " + before.key().span().line() + "; keep one");
            }
        }
        return List.copyOf(first.values());
    }

    private static Style style(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case LITERAL, FOLDED -> Style.BLOCK;
            case JSON_SCALAR_STYLE, PLAIN -> Style.PLAIN;
        };
    }

    private static DiagnosticException problem(Code code, Span span, String message, @Nullable String fix) {
        return new DiagnosticException(code.at(span, message, fix));
    }
}
