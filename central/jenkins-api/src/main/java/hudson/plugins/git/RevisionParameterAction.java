package hudson.plugins.git;

import hudson.model.InvisibleAction;
import java.io.Serializable;
import org.eclipse.jgit.transport.URIish;

public class RevisionParameterAction extends InvisibleAction implements Serializable {
    private static final long serialVersionUID = 1L;

    public RevisionParameterAction(String commit, boolean combineCommits, URIish repoURL) {}
}
