import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Lists what is shipped with its licences, and collects the texts of licences and notices that lie in its jars. Ends with 1
 * where a licence is not one of those that are allowed, or none is told.
 *
 * <p>{@code java Licences.java SCRIPTS REPOSITORY CLASSPATH TARGET}: this folder, Maven's local repository, a file with the
 * paths of all jars, and the folder to write to. Libraries tell their licences in their POM or in a parent of it; the pages
 * tell those of their packages in a file of theirs. A jar without a text gets the one that lies in {@code licences} here.
 */
final class Licences {
    private static final String TEXT = "(?i)(META-INF/([\\w.-]+/)*)?[\\w.-]*(licen[sc]e|notice|copying)[\\w.-]*";
    private static final String PAGES = "static/_app/licences.txt";

    /** By the names that libraries use, in lower case; in the order of the list. */
    private final Map<String, String> allowed = new LinkedHashMap<>();

    private final Path repository;
    private final Path scripts;
    private final Map<String, String> found = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Licences(Path scripts, Path repository) throws IOException {
        this.repository = repository.toRealPath();
        this.scripts = scripts;
        for (String line : Files.readAllLines(scripts.resolve("licences.txt"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("=", 2);
            String id = parts[0].strip();
            allowed.put(id.toLowerCase(Locale.ROOT), id);
            for (String name : parts[1].split("\\|")) {
                if (!name.isBlank()) {
                    allowed.put(name.strip().toLowerCase(Locale.ROOT), id);
                }
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println("usage: java Licences.java SCRIPTS REPOSITORY CLASSPATH TARGET");
            System.exit(2);
        }
        Licences licences = new Licences(Path.of(arguments[0]), Path.of(arguments[1]));
        String classpath = Files.readString(Path.of(arguments[2])).strip();
        Path target = Path.of(arguments[3]);
        Files.createDirectories(target);
        for (String jar : classpath.split(java.io.File.pathSeparator)) {
            licences.take(Path.of(jar), target);
        }
        licences.write(target.resolve("THIRD-PARTY.txt"));
        if (!licences.problems.isEmpty()) {
            System.err.println("What is shipped must have a licence that scripts/licences.txt names, and its text:");
            licences.problems.forEach(System.err::println);
            System.exit(1);
        }
    }

    private void take(Path jar, Path target) throws IOException {
        if (Files.isDirectory(jar)) {
            Path file = jar.resolve(PAGES);
            pages(Files.exists(file) ? Files.readString(file) : "");
            return;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry pages = file.getJarEntry(PAGES);
            if (pages != null) {
                pages(new String(file.getInputStream(pages).readAllBytes(), StandardCharsets.UTF_8));
            }
            if (jar.toRealPath().startsWith(repository)) {
                Path version = jar.toRealPath().getParent();
                String name = version.getParent().getFileName() + "-" + version.getFileName();
                note(name, names(version.resolve(name + ".pom")));
                texts(file, name, target.resolve("licences"));
            }
        }
    }

    private void note(String name, List<String> licences) {
        Optional<String> first = allowed.entrySet().stream()
                .filter(entry -> licences.stream()
                        .anyMatch(l -> l.strip().toLowerCase(Locale.ROOT).equals(entry.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
        if (first.isEmpty()) {
            problems.add("  " + name + ": " + (licences.isEmpty() ? "tells none" : String.join(" or ", licences)));
        }
        found.put(name, first.orElse("?"));
    }

    /** Lines of a package, a tab and its licence, up to the first empty one. */
    private void pages(String text) {
        text.lines().takeWhile(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split("\t", 2);
            note("npm " + parts[0], List.of(parts.length > 1 ? parts[1] : ""));
        });
    }

    /** The names of the licences that a POM tells, or the nearest of its parents that tells some. */
    private List<String> names(Path pom) throws IOException {
        if (!Files.exists(pom)) {
            return List.of();
        }
        Element project = read(pom);
        List<String> names = child(project, "licenses").stream()
                .flatMap(all -> children(all, "license"))
                .flatMap(licence -> child(licence, "name").stream())
                .map(name -> name.getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
        if (!names.isEmpty()) {
            return names;
        }
        Element parent = child(project, "parent").orElse(null);
        if (parent == null) {
            return List.of();
        }
        String artifact = text(parent, "artifactId");
        String version = text(parent, "version");
        return names(repository
                .resolve(text(parent, "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom"));
    }

    private static Element read(Path pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Files.readAllBytes(pom)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + ": " + e.getMessage(), e);
        }
    }

    private static Stream<Element> children(Element of, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children.stream();
    }

    private static Optional<Element> child(Element of, String name) {
        return children(of, name).findFirst();
    }

    private static String text(Element of, String name) {
        return child(of, name).map(Node::getTextContent).orElse("").strip();
    }

    /** The texts of licences and notices that lie in a jar, those of what is packed into it too. */
    private void texts(JarFile jar, String name, Path target) throws IOException {
        List<JarEntry> texts = jar.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> entry.getName().matches(TEXT))
                .filter(entry -> !entry.getName().matches("(?i).*\\.(class|xml|properties|json)"))
                .toList();
        texts.forEach(entry -> copy(jar, entry, target.resolve(name)));
        String licence = found.getOrDefault(name, "?");
        // Ours is the same, and lies at the root.
        Path usual = licence.equals("Apache-2.0")
                ? scripts.resolve("../LICENSE")
                : scripts.resolve("licences/" + licence + ".txt");
        if (Files.exists(usual)) {
            Files.createDirectories(target);
            Files.copy(usual, target.resolve(licence + ".txt"), StandardCopyOption.REPLACE_EXISTING);
        } else if (texts.isEmpty() && !licence.equals("?")) {
            problems.add("  " + name + ": has no text of " + licence + ", nor is there " + usual);
        }
    }

    private static void copy(JarFile file, JarEntry entry, Path target) {
        try {
            Files.createDirectories(target);
            Path to = target.resolve(
                    entry.getName().replaceFirst("(?i)^META-INF/", "").replace('/', '_'));
            Files.write(to, file.getInputStream(entry).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                "What is shipped with Bellwether, and the licence by which it is used. Texts are in licences/.\n\n");
        found.forEach((name, licence) ->
                text.append(name).append(": ").append(licence).append('\n'));
        Files.writeString(file, text);
    }
}
