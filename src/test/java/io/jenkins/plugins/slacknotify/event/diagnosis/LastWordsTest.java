package io.jenkins.plugins.slacknotify.event.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
                "Unable to connect to the server: dial tcp: lookup k8s.example.com on 10.0.0.2:53: no such host",
                "kex_exchange_identification: Connection closed by remote host",
                "Permission denied, please try again.",
                "sudo: a password is required",
                "Failed to restart shop.service: Unit shop.service not found.",
                "/usr/bin/python3: No module named pytest",
                "Your Ruby version is 3.2.2, but your Gemfile specified 3.3.0",
                "pyenv: version `3.12' is not installed (set by /w/.python-version)",
                "N/A: version \"v22\" is not yet installed.",
                "You must install or update .NET to run this application.",
                "nothing to commit, working tree clean",
                "./app: /lib/libc.so.6: version `GLIBC_2.38' not found (required by ./app)",
                "/bin/sh: Argument list too long",
                "Version mismatch: package.json says 1.4.0, tag says 1.5.0",
                "The filename, directory name, or volume label syntax is incorrect."
            })
    void shouldQuoteTheLineOfACommandThatSaysLittle(String line) {
        assertThat(LogDiagnosis.of(List.of("+ make", "not this one", "+ deploy", "Starting 1.4", line, "", "Bye")))
                .hasValue(line);
        assertThat(LogDiagnosis.of(List.of(line, "[Pipeline] }", "ERROR: script returned exit code 1")))
                .hasValue(line);
        assertThat(LogDiagnosis.of(List.of("No credentials specified", "[w] $ /bin/bash /tmp/jenkins1.sh", line)))
                .hasValue(line);
        assertThat(LogDiagnosis.of(List.of(
                        "C:\\w>deploy", line, "Build step 'Execute Windows batch command' marked build as failure")))
                .hasValue(line);
    }

    @Test
    void shouldQuoteWhatAScriptSaysBeforeItEndsItself() {
        assertThat(LogDiagnosis.of(List.of(
                        "+ ./check",
                        "not this one",
                        "+ echo Checking the version",
                        "Checking the version",
                        "+ echo tag v1.5 does not match 1.4",
                        "tag v1.5 does not match 1.4",
                        "+ echo Bye",
                        "Bye",
                        "+ exit 2",
                        "[Pipeline] }")))
                .hasValue("tag v1.5 does not match 1.4");
        assertThat(LogDiagnosis.of(List.of("+ echo not good", "not good", "+ exit 0")))
                .isEmpty();
        assertThat(LogDiagnosis.of(List.of("+ echo not good", "not good", "+ ./deploy", "+ exit 1")))
                .isEmpty();
    }

    @Test
    void shouldQuoteNothingOfWhatDeniesNothing() {
        assertThat(LogDiagnosis.of(List.of("+ ./deploy", "Deploying 1.4", "12 passed, 0 failed")))
                .isEmpty();
        assertThat(LogDiagnosis.of(List.of("+ ./check", "not good", "+ exit 3")))
                .isEmpty();
        assertThat(LogDiagnosis.of(List.of(
                        "Legacy code started this job.  No cause information is available",
                        "Building in workspace /w",
                        "[w] $ /bin/bash /tmp/jenkins1.sh",
                        "Build step 'Execute shell' marked build as failure")))
                .isEmpty();
        assertThat(LogDiagnosis.of(List.of("+ ./check", "[Pipeline] }", "No emails were triggered.")))
                .isEmpty();
        assertThat(LogDiagnosis.of(List.of(
                        "The recommended git tool is: NONE",
                        "No credentials specified",
                        "+ ./check",
                        "Recording test results",
                        "[Checks API] No suitable checks publisher found.",
                        "Build step 'Publish JUnit test result report' changed build result to FAILURE")))
                .isEmpty();
        assertThat(LogDiagnosis.of(List.of("The recommended git tool is: NONE", "No credentials specified")))
                .isEmpty();
    }

    @Test
    void shouldQuoteNothingOfACommandThatSaysMuch() {
        List<String> log = new ArrayList<>(Collections.nCopies(8, "Working"));
        log.add("not this one");

        assertThat(LogDiagnosis.of(log)).isEmpty();
    }
}
