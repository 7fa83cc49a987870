package jenkins.model;

import hudson.model.InvisibleAction;
import java.util.List;

public class InterruptedBuildAction extends InvisibleAction {
    private InterruptedBuildAction() {}

    public native List<CauseOfInterruption> getCauses();
}
