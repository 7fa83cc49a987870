package hudson.plugins.git;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.plugins.git.util.BuildData;
import hudson.scm.ChangeLogParser;
import hudson.scm.SCM;
import java.io.IOException;
import org.jenkinsci.plugins.gitclient.GitClient;

public class GitSCM extends SCM {
    private GitSCM() {}

    @NonNull
    public native GitClient createClient(
            TaskListener listener, EnvVars environment, Run<?, ?> build, FilePath workspace)
            throws IOException, InterruptedException;

    @Override
    public native ChangeLogParser createChangeLogParser();

    @CheckForNull
    public native BuildData getBuildData(Run build);
}
