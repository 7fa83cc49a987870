package io.jenkins.plugins.casc;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class Attribute<Owner, Type> {
    public Attribute(String name, Class type) {}

    public native String getName();

    public native Class getType();

    public native boolean isMultiple();

    public native Attribute<Owner, Type> getter(Getter<Owner, Type> getter);

    public native void setValue(Owner target, @CheckForNull Type value) throws Exception;

    public native Type getValue(Owner target) throws Exception;

    @FunctionalInterface
    public interface Getter<O, T> {
        T getValue(O target) throws Exception;
    }
}
