import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Counts the tests in the Surefire reports of the folders given; a folder that is not there counts nothing.
 *
 * <p>Prints why tests were skipped, a line per reason, and then {@code passed failed skipped}.
 */
class TestCount {
    private final Map<String, Integer> skipReasons = new TreeMap<>();
    private int tests;
    private int failed;
    private int skipped;

    public static void main(String[] folders) throws Exception {
        TestCount count = new TestCount();
        for (String folder : folders) {
            count.addReports(Path.of(folder));
        }
        count.skipReasons.forEach((reason, times) -> System.out.println("skipped " + times + ": " + reason));
        System.out.println((count.tests - count.failed - count.skipped) + " " + count.failed + " " + count.skipped);
    }

    private void addReports(Path folder) throws Exception {
        if (Files.isDirectory(folder)) {
            for (Path report : reports(folder)) {
                var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
                add(parser.parse(report.toFile()));
            }
        }
    }

    private static Iterable<Path> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
    }

    private void add(Document report) {
        Element suite = report.getDocumentElement();
        tests += number(suite, "tests");
        failed += number(suite, "failures") + number(suite, "errors");
        skipped += number(suite, "skipped");
        var skips = report.getElementsByTagName("skipped");
        for (int i = 0; i < skips.getLength(); i++) {
            skipReasons.merge(reason((Element) skips.item(i)), 1, Integer::sum);
        }
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    /** The message, or the first line of the stack trace without the name of the exception. */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        String reason = message.isEmpty() ? skip.getTextContent().strip().lines().findFirst().orElse("") : message;
        return reason.replaceFirst("^[\\w.]+Exception: ", "").replaceFirst("^Assumption failed: ", "");
    }
}
