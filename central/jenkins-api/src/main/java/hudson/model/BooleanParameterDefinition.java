package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

public class BooleanParameterDefinition extends SimpleParameterDefinition {
    public BooleanParameterDefinition(@NonNull String name) {
        super(name);
    }

    public native boolean isDefaultValue();

    @Override
    public native ParameterValue createValue(String value);
}
