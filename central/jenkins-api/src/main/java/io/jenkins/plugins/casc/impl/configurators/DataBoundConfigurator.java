package io.jenkins.plugins.casc.impl.configurators;

import io.jenkins.plugins.casc.BaseConfigurator;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.model.Mapping;

public class DataBoundConfigurator<T> extends BaseConfigurator<T> {
    public DataBoundConfigurator(Class<T> clazz) {}

    @Override
    @SuppressWarnings("rawtypes") // as there
    public native Class getTarget();

    @Override
    protected native T instance(Mapping config, ConfigurationContext context) throws ConfiguratorException;
}
