package com.thoughtworks.xstream;

public class XStream {
    public native String toXML(Object obj);
}
