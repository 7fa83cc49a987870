package hudson.plugins.git;

import hudson.model.InvisibleAction;
import java.io.Serializable;

public class RevisionParameterAction extends InvisibleAction implements Serializable {
    private static final long serialVersionUID = 1L;

    public RevisionParameterAction(String commit, boolean combineCommits) {}
}
