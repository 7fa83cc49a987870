package io.jenkins.plugins.casc;

import java.util.List;
import java.util.Set;

public interface Configurator<T> {
    Class<T> getTarget();

    Set<Attribute<T, ?>> describe();

    default List<Attribute<T, ?>> getAttributes() {
        throw new UnsupportedOperationException();
    }
}
