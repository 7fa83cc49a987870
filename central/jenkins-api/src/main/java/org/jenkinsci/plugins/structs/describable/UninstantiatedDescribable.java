package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;
import java.util.Map;

public class UninstantiatedDescribable implements Serializable {
    public static final String ANONYMOUS_KEY = "<anonymous>";

    public UninstantiatedDescribable(Map<String, ?> arguments) {}

    public native UninstantiatedDescribable withArguments(Map<String, ?> arguments);

    public native Map<String, ?> getArguments();
}
