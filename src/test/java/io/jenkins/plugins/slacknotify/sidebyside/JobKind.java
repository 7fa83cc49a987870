package io.jenkins.plugins.slacknotify.sidebyside;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** The jobs of the comparison. They do nothing but tell. */
enum JobKind {
    FREESTYLE {
        @Override
        String config(@CheckForNull String repository, String action) {
            return """
                <project>
                  %s
                  <builders><hudson.tasks.Shell><command>true</command></hudson.tasks.Shell></builders>
                  <publishers>%s</publishers>
                </project>
                """.formatted(repository == null ? "" : scm(repository), action);
        }

        @Override
        String announcement(Contender contender, String channel) {
            return contender.action(channel);
        }

        private String scm(String repository) {
            return """
                <scm class="hudson.plugins.git.GitSCM">
                  <configVersion>2</configVersion>
                  <userRemoteConfigs>
                    <hudson.plugins.git.UserRemoteConfig><url>%s</url></hudson.plugins.git.UserRemoteConfig>
                  </userRemoteConfigs>
                  <branches><hudson.plugins.git.BranchSpec><name>main</name></hudson.plugins.git.BranchSpec></branches>
                </scm>
                """.formatted(repository);
        }
    },

    PIPELINE {
        @Override
        String config(@CheckForNull String repository, String step) {
            var checkout = repository == null ? "" : "node { git url: '%s', branch: 'main' }".formatted(repository);
            return """
                <flow-definition>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                    <sandbox>true</sandbox>
                    <script><![CDATA[
                %s
                echo 'built'
                %s
                ]]></script>
                  </definition>
                </flow-definition>
                """.formatted(checkout, step);
        }

        @Override
        String announcement(Contender contender, String channel) {
            return contender.step(channel);
        }
    };

    /**
     * The XML of a job.
     *
     * @param repository the address of a Git repository; null for a job without one
     * @param announcement empty for a job that tells nothing
     */
    abstract String config(@CheckForNull String repository, String announcement);

    abstract String announcement(Contender contender, String channel);
}
