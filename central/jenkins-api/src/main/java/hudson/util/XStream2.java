package hudson.util;

import com.thoughtworks.xstream.XStream;

public class XStream2 extends XStream {
    public native void addCompatibilityAlias(String oldClassName, Class newClass);
}
