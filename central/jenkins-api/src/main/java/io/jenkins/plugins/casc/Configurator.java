package io.jenkins.plugins.casc;

public interface Configurator<T> {
    Class<T> getTarget();
}
