package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;

/** The Job DSL plugin of a Jenkins, run by an administrator. */
public record JobDsl(JenkinsClient admin) {
    /** Each word of a job may be a class, which is looked for in each library of each plugin; what is none is remembered. */
    private static final String RUN = """
            import hudson.util.CachingClassLoader
            import javaposse.jobdsl.dsl.*
            import javaposse.jobdsl.plugin.JenkinsJobManagement
            class Loader extends DslScriptLoader {
                private static ClassLoader known
                Loader(JobManagement management) { super(management) }
                protected ClassLoader prepareClassLoader(URL[] roots, ClassLoader ofPlugin) {
                    known = known ?: new CachingClassLoader('Job DSL', ofPlugin)
                }
            }
            new Loader(new JenkinsJobManagement(System.out, [:], new File('.'))).runScript(arguments[0])
            print 'done'
            """;

    /** Makes the jobs of a script. */
    public void run(String jobDsl) {
        var printed = admin.script(RUN, jobDsl);
        if (!printed.equals("done")) {
            throw new AssertionError(printed);
        }
    }
}
