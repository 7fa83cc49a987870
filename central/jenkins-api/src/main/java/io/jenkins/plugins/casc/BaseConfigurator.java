package io.jenkins.plugins.casc;

import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import java.util.Set;

public abstract class BaseConfigurator<T> implements Configurator<T> {
    @Override
    public native Set<Attribute<T, ?>> describe();

    protected abstract T instance(Mapping mapping, ConfigurationContext context) throws ConfiguratorException;

    public native T check(CNode c, ConfigurationContext context) throws ConfiguratorException;

    protected native void configure(Mapping config, T instance, boolean dryrun, ConfigurationContext context)
            throws ConfiguratorException;
}
