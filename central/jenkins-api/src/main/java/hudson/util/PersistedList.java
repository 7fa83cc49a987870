package hudson.util;

import java.util.AbstractList;
import java.util.List;

public class PersistedList<T> extends AbstractList<T> {
    protected PersistedList() {}

    @Override
    public native T get(int index);

    @Override
    public native int size();

    @Override
    public native boolean remove(Object o);

    public native <U extends T> List<U> getAll(Class<U> type);
}
