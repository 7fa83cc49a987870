package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

public class ParametersAction implements Action {
    public ParametersAction(List<ParameterValue> parameters) {}

    public native List<ParameterValue> getAllParameters();

    @CheckForNull
    @Override
    public native String getIconFileName();

    @CheckForNull
    @Override
    public native String getDisplayName();

    @CheckForNull
    @Override
    public native String getUrlName();
}
