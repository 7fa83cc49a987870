package hudson;

import com.thoughtworks.xstream.XStream;
import java.io.File;
import java.io.IOException;

public final class XmlFile {
    public XmlFile(File file) {}

    public XmlFile(XStream xs, File file) {}

    public native File getFile();

    public native boolean exists();

    public native String asString() throws IOException;

    public native Object read() throws IOException;

    public native void write(Object o) throws IOException;
}
