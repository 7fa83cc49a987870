package io.jenkins.plugins.slacknotify.acceptance.testbed;

import static java.util.stream.Collectors.joining;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import java.util.List;

/** The Jenkins of a {@link TestBed} without the plugin under test: same version, plugins, options and configuration. */
public final class PlainJenkins implements AutoCloseable {
    private final JenkinsProcess process;
    private final JenkinsClient admin;

    private PlainJenkins(JenkinsProcess process) {
        this.process = process;
        admin = JenkinsClient.of(process.url(), "admin", TestBed.password("admin"));
    }

    public static PlainJenkins start() {
        var lab = JenkinsLab.find().orElseThrow();
        return new PlainJenkins(
                JenkinsProcess.start(JenkinsSetup.of(new LabJenkins(lab, TestBed.PLUGINS, List.of(), List.of()))
                        .withHomeFile("jenkins.yaml", withoutPlugin(TestBed.resource("jenkins.yaml")))
                        .withHomeFile(
                                "init.groovy.d/content-security-policy.groovy",
                                TestBed.resource("content-security-policy.groovy"))
                        .withVariable("SANDBOX_TOKEN", "none")));
    }

    /** Without the section of the plugin, which is the last one. */
    private static String withoutPlugin(String yaml) {
        return yaml.lines()
                .takeWhile(line -> !line.strip().equals("slackNotify:"))
                .collect(joining("\n", "", "\n"));
    }

    public JenkinsClient admin() {
        return admin;
    }

    public Jobs jobs() {
        return new Jobs(admin);
    }

    @Override
    public void close() {
        process.close();
    }
}
