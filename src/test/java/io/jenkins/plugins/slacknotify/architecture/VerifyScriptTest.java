package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests what {@code ./verify} has Maven do in which Jenkins, with a Maven, labs and Javas that only look like ones. */
@EnabledOnOs(OS.LINUX)
class VerifyScriptTest {
    /** Says what it is told, and writes the reports of 100 tests, and of 10 acceptance tests of which one is skipped. */
    private static final String MAVEN = """
            #!/usr/bin/env bash
            if [[ $1 == --version ]]; then echo 'Apache Maven 3.8.7'; exit; fi
            echo "maven $*"
            if [[ $* == *checks.only* || $* == *spotless:check* ]]; then echo "niceness $(nice)"; exit "${CHECKS:-0}"; fi
            reports() {
                mkdir -p "$1"
                echo "<testsuite tests='$2' failures='$3' errors='0' skipped='$4'/>" >"$1/TEST-a.xml"
            }
            if [[ -n ${COMPILES:-} ]]; then exit 1; fi
            if [[ $* != *acceptance.only* ]]; then reports central/plugin/target/surefire-reports 100 0 0; fi
            failures=0
            if [[ $* == *lab=*/bad* ]]; then failures=1; fi
            folder=$(sed -nE 's/.*acceptance.reports=([^ ]+).*/\\1/p' <<<"$*")
            if [[ -n $folder ]]; then reports "central/plugin/target/$folder" 10 "$failures" 1; fi
            exit "$failures"
            """;

    private static final Pattern PLUGIN = Pattern.compile("\\$\\{([\\w-]+)\\.version}");

    /** Newer than any that runs this test. */
    private static final int NEW_JAVA = 98;

    @TempDir
    private Path folder;

    private String output;

    @BeforeEach
    void layOut() throws IOException {
        var root = MarkdownDocument.root();
        write("verify", Files.readString(root.resolve("verify")));
        for (var helper : new String[] {".ci/LabJava.java", ".ci/LabVersions.java", ".ci/TestCount.java"}) {
            write(helper, Files.readString(root.resolve(helper)));
        }
        write("central/plugin/MANIFEST.MF", Files.readString(root.resolve("central/plugin/MANIFEST.MF")));
        write(
                "central/plugin/target/surefire-reports/TEST-of-before.xml",
                "<testsuite tests='1' failures='1' errors='0' skipped='0'/>");
        executable("bin/mvn", MAVEN);
        executable("bin/chromedriver", ""); // so that nothing is installed
        // That of the variable for the newest Java that there is.
        executable("jdk/bin/java", "");
        write("jdk/release", "JAVA_VERSION=\"" + NEW_JAVA + ".0.1\"\n");
        lab("old", "2.1", 17);
        lab("new", "2.2", NEW_JAVA);
        lab("next", "2.3", NEW_JAVA + 1);
        lab("bad", "2.4", 17);
        Files.createDirectory(folder.resolve("empty"));
    }

    @Test
    void shouldTestEachLabWithItsJavaAndCountItApart() throws Exception {
        var labs = String.join(":", lab("bad"), lab("new"), lab("old") + "@97", lab("next"), lab("empty"));

        assertThat(verify(Map.of("JENKINS_LABS", labs))).as(output).isEqualTo(1);

        assertThat(output.lines().filter(line -> line.startsWith("maven ")))
                .hasSize(4)
                .anySatisfy(call -> assertThat(call)
                        .contains(" verify ", "-Djenkins.lab=" + lab("bad"), "-Djenkins.version=2.4")
                        .contains("-Dacceptance ", "-Dspotless.check.skip", "-Dspotbugs.skip")
                        .doesNotContain("-Dacceptance.only"))
                .anySatisfy(call -> assertThat(call)
                        .contains(" verify ", "-Djenkins.lab=" + lab("new"), "-Djenkins.version=2.2")
                        .contains(
                                "-Dacceptance ", "-Dacceptance.only", "-Dacceptance.jvm=" + folder + "/jdk/bin/java"));
        assertThat(output)
                .contains("did not run in " + lab("old") + ": it needs Java 97")
                .contains("did not run in " + lab("next") + ": it needs Java 99 or newer")
                .contains("Name its folder in JAVA_HOME_99.")
                .contains("did not run in " + lab("empty") + ": it is no Jenkins, or lacks a plugin.")
                .contains("Jenkins 2.4 with Java " + Runtime.version().feature() + " in " + lab("bad")
                        + ": 8 passed, 1 failed, 1 skipped\n")
                .contains("Jenkins 2.2 with Java 98 in " + lab("new") + ": 9 passed, 0 failed, 1 skipped\n")
                .endsWith("slack-notify: 117 passed, 1 failed, 2 skipped\n");
    }

    @Test
    void shouldTestAllElseWhereThereIsNoLab() throws Exception {
        assertThat(verify(Map.of("HOME", folder.toString()))).as(output).isZero();

        assertThat(output)
                .contains("The acceptance tests did not run: no Jenkins at ")
                .endsWith("slack-notify: 100 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void shouldCheckTheCodeBesideTheTestsAtTheLeastPriorityAndShowItAfterThem() throws Exception {
        assertThat(verify(Map.of("HOME", folder.toString()))).as(output).isZero();

        assertThat(output.lines().filter(line -> line.startsWith("maven ") || line.startsWith("niceness ")))
                .satisfiesExactly(
                        tests -> assertThat(tests).contains(" verify ", "-Dspotless.check.skip", "-Dspotbugs.skip"),
                        spotless ->
                                assertThat(spotless).contains(" spotless:check").doesNotContain("skip"),
                        niceness -> assertThat(niceness).isEqualTo("niceness 19"),
                        spotBugs -> assertThat(spotBugs)
                                .contains(" verify ", "-Dchecks.only")
                                .doesNotContain("spotbugs.skip"),
                        niceness -> assertThat(niceness).isEqualTo("niceness 19"));
    }

    @Test
    void shouldFailWhereTheCodeIsFaulty() throws Exception {
        assertThat(verify(Map.of("HOME", folder.toString(), "CHECKS", "1")))
                .as(output)
                .isEqualTo(1);

        assertThat(output)
                .contains("The check of central/ by Spotless failed.", "The check of central/ by SpotBugs failed.")
                .endsWith("slack-notify: 100 passed, 2 failed, 0 skipped\n");
    }

    @Test
    void shouldCheckNothingWhereNothingWasCompiled() throws Exception {
        assertThat(verify(Map.of("HOME", folder.toString(), "COMPILES", "no")))
                .as(output)
                .isEqualTo(1);

        assertThat(output)
                .contains("The build of central/ failed.")
                .endsWith("slack-notify: 0 passed, 1 failed, 0 skipped\n")
                .doesNotContain("checks");
    }

    @Test
    void shouldRefuseALabThatIsNotThere() throws Exception {
        assertThat(verify(Map.of("JENKINS_LABS", lab("old") + ":" + lab("gone"))))
                .as(output)
                .isEqualTo(2);

        assertThat(output).contains("names no folder: " + lab("gone")).doesNotContain("maven ");
    }

    private int verify(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", folder.resolve("verify").toString()).redirectErrorStream(true);
        var variables = builder.environment();
        variables.keySet().removeIf(name -> name.matches("JENKINS_LABS?|JAVA_HOME_.*|MAVEN_ARGS"));
        variables.put("PATH", folder.resolve("bin") + ":" + javaHome().resolve("bin") + ":" + variables.get("PATH"));
        variables.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        variables.put("JAVA_HOME_" + NEW_JAVA, folder.resolve("jdk").toString());
        variables.putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private String lab(String name) {
        return folder.resolve(name).toString();
    }

    private void lab(String name, String version, int java) throws IOException {
        write(name + "/war/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nJenkins-Version: " + version + "\n");
        var library = folder.resolve(name + "/war/WEB-INF/lib/jenkins-core-" + version + ".jar");
        Files.createDirectories(library.getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(library))) {
            jar.putNextEntry(new JarEntry("jenkins/model/Jenkins.class"));
            jar.write(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, (byte) (java + 44)});
        }
        for (var plugin : plugins()) {
            write(name + "/plugins/" + plugin + "/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nPlugin-Version: 1\n");
        }
    }

    private Iterable<String> plugins() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("central/plugin/MANIFEST.MF"))) {
            return PLUGIN.matcher(lines.collect(Collectors.joining("\n")))
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !name.equals("jenkins"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void executable(String name, String text) throws IOException {
        write(name, text);
        if (!folder.resolve(name).toFile().setExecutable(true)) {
            throw new UncheckedIOException(new IOException("cannot make executable: " + name));
        }
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
