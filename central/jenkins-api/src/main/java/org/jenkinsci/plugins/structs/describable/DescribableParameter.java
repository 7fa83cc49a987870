package org.jenkinsci.plugins.structs.describable;

import java.lang.reflect.Type;

public final class DescribableParameter {
    private DescribableParameter() {}

    public native Type getRawType();

    public native Class getErasedType();

    public native String getName();

    public native boolean isRequired();
}
