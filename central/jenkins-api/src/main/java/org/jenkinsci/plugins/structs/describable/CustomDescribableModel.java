package org.jenkinsci.plugins.structs.describable;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;

public interface CustomDescribableModel {
    @NonNull
    default Map<String, Object> customInstantiate(@NonNull Map<String, Object> arguments) {
        return arguments;
    }

    @NonNull
    default UninstantiatedDescribable customUninstantiate(@NonNull UninstantiatedDescribable ud) {
        return ud;
    }
}
