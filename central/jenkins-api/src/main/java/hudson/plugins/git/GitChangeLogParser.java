package hudson.plugins.git;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jenkinsci.plugins.gitclient.GitClient;

public class GitChangeLogParser {
    public GitChangeLogParser(GitClient git, boolean authorOrCommitter) {}

    public native List<GitChangeSet> parse(@NonNull InputStream changelog) throws IOException;

    public native List<GitChangeSet> parse(@NonNull List<String> changelog);
}
