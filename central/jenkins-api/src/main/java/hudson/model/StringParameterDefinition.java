package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

public class StringParameterDefinition extends SimpleParameterDefinition {
    public StringParameterDefinition(@NonNull String name) {
        super(name);
    }

    public native String getDefaultValue();

    public native boolean isTrim();

    @Override
    public native ParameterValue createValue(String str);
}
