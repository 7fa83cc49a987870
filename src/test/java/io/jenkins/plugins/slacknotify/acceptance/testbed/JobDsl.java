package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The Job DSL plugin of a Jenkins, run by an administrator. */
public record JobDsl(JenkinsClient admin) {
    /** Makes the jobs of a script. */
    public void run(String jobDsl) {
        var encoded = Base64.getEncoder().encodeToString(jobDsl.getBytes(StandardCharsets.UTF_8));
        var printed = admin.script("""
            def dsl = new String('%s'.decodeBase64(), 'UTF-8')
            def management = new javaposse.jobdsl.plugin.JenkinsJobManagement(System.out, [:], new File('.'))
            new javaposse.jobdsl.dsl.DslScriptLoader(management).runScript(dsl)
            print 'done'
            """.formatted(encoded));
        if (!printed.equals("done")) {
            throw new AssertionError(printed);
        }
    }
}
