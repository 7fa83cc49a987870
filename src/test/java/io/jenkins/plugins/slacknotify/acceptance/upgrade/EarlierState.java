package io.jenkins.plugins.slacknotify.acceptance.upgrade;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The state that a version of the plugin has stored, and from what: a resource folder of {@code acceptance/earlier}, whose
 * {@code README.md} says how it came about.
 */
record EarlierState(String name, Path folder) {
    private static final Pattern OURS =
            Pattern.compile("(?s)<(io\\.jenkins\\.plugins\\.slacknotify[\\w.$_-]*)[^>]*(/>|>.*?</\\1>)");

    /** Stands in the files for the address of the sandbox, which is another one each time. */
    static final String API_URL = "@API_URL@";

    /** Somebody whom the later states tell in person. */
    static final String DEVELOPER = "developer@example.org";

    static Stream<EarlierState> all() throws IOException, URISyntaxException {
        Path folder = Path.of(EarlierState.class
                .getResource("/io/jenkins/plugins/slacknotify/acceptance/earlier")
                .toURI());
        try (Stream<Path> states = Files.list(folder)) {
            return states
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(state -> new EarlierState(state.getFileName().toString(), state))
                    .toList()
                    .stream();
        }
    }

    /**
     * Returns the text with present names: what is read by a name of before is written by the present one.
     *
     * @param xml of this plugin's, from the files of an earlier state
     */
    static String renamed(String xml) {
        return xml.replace("slacknotify.config.AddressAlias>", "slacknotify.config.people.AliasConfig>")
                .replace("slacknotify.config.rules.MessageTemplate>", "slacknotify.config.rules.TemplateConfig>")
                .replace("slacknotify.config.rules.NamedDestination>", "slacknotify.config.rules.DestinationConfig>")
                .replace("slacknotify.config.rules.NotificationRule>", "slacknotify.config.rules.RuleConfig>")
                .replaceAll(
                        "slacknotify.config.rules.SlackNotifyFolder(?=[ >])",
                        "slacknotify.config.rules.FolderRoutingProperty")
                .replaceAll(
                        "slacknotify.config.rules.SlackNotifyRules(?=[ >])",
                        "slacknotify.config.rules.JobRulesProperty")
                .replace("slacknotify.config.rules.SlackWorkspace>", "slacknotify.config.rules.WorkspaceConfig>")
                .replace("slacknotify.config.rules.TemplateWording>", "slacknotify.config.rules.WordingConfig>");
    }

    /** The elements of this plugin in a file of Jenkins: none, one or more. */
    static List<String> ours(String xml) {
        return OURS.matcher(xml).results().map(MatchResult::group).toList();
    }

    /** Those for each of which a Jenkins starts: the latest, unless the property asks for all. */
    static Stream<EarlierState> tried() throws IOException, URISyntaxException {
        List<EarlierState> all = all().toList();
        return "all".equals(System.getProperty("slack-notify.upgrades"))
                ? all.stream()
                : Stream.of(all.get(all.size() - 1));
    }

    /** Settings as the documentation had them then. */
    String configurationAsCode() {
        return read(folder.resolve("jenkins.yaml"));
    }

    boolean tellsPeople() {
        return Files.exists(folder.resolve("people.groovy"));
    }

    /**
     * Returns the files that it has left in the home of Jenkins, by path, as if that were a moment ago: what is old is not sent any more.
     */
    Map<String, String> homeFiles(SlackSandbox slack) {
        Map<String, String> files = new TreeMap<>();
        Path home = folder.resolve("home");
        try (Stream<Path> all = Files.walk(home)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String path = home.relativize(file).toString();
                files.put(path, recent(path, read(file).replace(API_URL, slack.apiUrl())));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String recent(String path, String text) {
        return path.endsWith(".journal")
                ? text.lines()
                        .map(line -> framed(recent(line.substring(line.indexOf('{')))))
                        .collect(Collectors.joining())
                : text;
    }

    private static String recent(String json) {
        JsonObject delivery = JsonParser.parseString(json).getAsJsonObject();
        for (String moment : new String[] {"acceptedAt", "changedAt"}) {
            if (delivery.has(moment)) {
                delivery.addProperty(moment, Instant.now().toString());
            }
        }
        return delivery.toString();
    }

    /** A line of the journal, as its format has it. */
    static String framed(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return "%08x %08x %s%n".formatted((int) checksum.getValue(), content.length, json);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
