package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;

public final class DescribableModel<T> implements Serializable {
    private DescribableModel() {}

    public static native <T> DescribableModel<T> of(Class<T> clazz);

    public native Collection<DescribableParameter> getParameters();

    public native T instantiate(Map<String, ?> arguments, @CheckForNull TaskListener listener)
            throws IllegalArgumentException;

    public static native Map<String, Object> uninstantiate_(Object o);
}
