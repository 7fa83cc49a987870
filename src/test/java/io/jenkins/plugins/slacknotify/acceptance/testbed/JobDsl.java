package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;

/** The Job DSL plugin of a Jenkins, run by an administrator. */
public record JobDsl(JenkinsClient admin) {
    /** Makes the jobs of a script. */
    public void run(String jobDsl) {
        var printed = admin.script("""
            def management = new javaposse.jobdsl.plugin.JenkinsJobManagement(System.out, [:], new File('.'))
            new javaposse.jobdsl.dsl.DslScriptLoader(management).runScript(arguments[0])
            print 'done'
            """, jobDsl);
        if (!printed.equals("done")) {
            throw new AssertionError(printed);
        }
    }
}
