package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;

public abstract class ParameterValue implements Serializable {
    protected ParameterValue(String name) {}

    public final native String getName();

    public native boolean isSensitive();

    @CheckForNull
    public native Object getValue();
}
