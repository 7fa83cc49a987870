package io.jenkins.plugins.slacknotify.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppManifestTest {
    private static final String LONG_HOST = "a-very-long-name-of-a-controller." + "x".repeat(50) + ".example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ci.example.org/",
                "https://ci.example.org:8443/jenkins/",
                "http://10.200.200.200:8080/",
                "http://[2001:db8:1111:2222:3333:4444:5555:6666]:8080/jenkins/",
                "no address",
                "",
                "https://ci.example.org/"
                        + "way/too/long/for/a/description/of/an/app/in/slack/since/it/goes/on/and/on/and/on"
            })
    void shouldKeepTheRulesOfSlack(String address) {
        for (boolean orgWide : new boolean[] {true, false}) {
            assertThat(ManifestRules.violations(parsed(new AppManifest(address, orgWide))))
                    .isEmpty();
        }
        assertThat(ManifestRules.violations(parsed(new AppManifest("https://" + LONG_HOST + "/", true))))
                .isEmpty();
    }

    /** A canary: rules that object to nothing here would never object. */
    @Test
    void shouldBreakTheRulesWithMoreThanSlackKnows() {
        var manifest = parsed(new AppManifest(null, false));
        manifest.addProperty("colour", "red");
        manifest.getAsJsonObject("display_information").addProperty("name", "x".repeat(36));
        manifest.getAsJsonObject("features").getAsJsonObject("bot_user").addProperty("display_name", "");

        assertThat(ManifestRules.violations(manifest)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ci.example.org/, Jenkins (ci.example.org)",
        "http://127.0.0.1:8080/, Jenkins (127.0.0.1)",
        "https://builds.department.company.example.org/, Jenkins (builds)",
        "no address, Jenkins",
        ", Jenkins"
    })
    void shouldHaveTheNameOfTheController(String address, String name) {
        assertThat(display(address, "name")).isEqualTo(name);
    }

    @Test
    void shouldHaveTheAddressOfTheController() {
        assertThat(display("https://ci.example.org/", "description")).endsWith(" in https://ci.example.org/");
        assertThat(display(null, "description")).doesNotContain("null");
    }

    @Test
    void shouldAskForEveryScopeOnce() {
        assertThat(parsed(new AppManifest(null, false))
                        .getAsJsonObject("oauth_config")
                        .getAsJsonObject("scopes")
                        .getAsJsonArray("bot")
                        .asList())
                .extracting(scope -> scope.getAsString())
                .containsExactlyElementsOf(
                        Arrays.stream(Scope.values()).map(Scope::id).toList());
    }

    @Test
    void shouldLetAnOrganisationInstallItWhereAsked() {
        assertThat(new AppManifest(null, true).yaml()).contains("org_deploy_enabled: true");
        assertThat(new AppManifest(null, false).yaml()).contains("org_deploy_enabled: false");
    }

    @Test
    void shouldFillInThePageOfSlack() {
        var manifest = new AppManifest("https://ci.example.org/?a=b&c=d+e", false);

        var link = URI.create(manifest.createLink());

        assertThat(link.toString()).startsWith("https://api.slack.com/apps?new_app=1&manifest_json=%7B%22display");
        assertThat(link.getRawQuery()).doesNotContain("+", " ").matches("[^&]*&[^&]*");
        assertThat(JsonParser.parseString(URLDecoder.decode(
                        link.getRawQuery().replaceFirst(".*manifest_json=", ""), StandardCharsets.UTF_8)))
                .isEqualTo(parsed(manifest));
    }

    @Test
    void shouldStandInTheManual() throws IOException {
        var yaml = new AppManifest(null, false).yaml();

        assertThat(manual()).contains("```yaml\n" + yaml.stripTrailing() + "\n```\n");
    }

    @Test
    void shouldHaveItsScopesExplainedInTheManual() throws IOException {
        var manual = manual();

        assertThat(Scope.values())
                .allSatisfy(
                        scope -> assertThat(manual).contains("| `%s` | %s |\n".formatted(scope.id(), scope.purpose())));
    }

    private static String display(String address, String key) {
        return parsed(new AppManifest(address, false))
                .getAsJsonObject("display_information")
                .get(key)
                .getAsString();
    }

    private static JsonObject parsed(AppManifest manifest) {
        return JsonParser.parseString(manifest.json()).getAsJsonObject();
    }

    /** Tests run in the folder of one of the two builds. */
    private static String manual() throws IOException {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("README.md")) || !Files.exists(here.resolve("Jenkinsfile"))) {
            here = here.getParent();
        }
        return Files.readString(here.resolve("docs/slack-app.md"));
    }
}
