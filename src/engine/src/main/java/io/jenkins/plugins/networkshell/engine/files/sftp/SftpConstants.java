package io.jenkins.plugins.networkshell.engine.files.sftp;

/** The numbers of the SFTP protocol, version 3 (draft-ietf-secsh-filexfer-02), which all servers speak. */
public final class SftpConstants {
    public static final int INIT = 1;
    public static final int VERSION = 2;
    public static final int OPEN = 3;
    static final int CLOSE = 4;
    public static final int READ = 5;
    public static final int WRITE = 6;
    public static final int LSTAT = 7;
    static final int SETSTAT = 9;
    public static final int OPENDIR = 11;
    public static final int READDIR = 12;
    public static final int REMOVE = 13;
    static final int MKDIR = 14;
    static final int RMDIR = 15;
    static final int REALPATH = 16;
    public static final int STAT = 17;
    public static final int RENAME = 18;
    static final int READLINK = 19;
    public static final int STATUS = 101;
    public static final int HANDLE = 102;
    public static final int DATA = 103;
    public static final int NAME = 104;
    public static final int ATTRS = 105;
    public static final int EXTENDED = 200;
    public static final int EXTENDED_REPLY = 201;

    public static final int OK = 0;
    public static final int EOF = 1;
    static final int NO_SUCH_FILE = 2;
    static final int PERMISSION_DENIED = 3;
    public static final int FAILURE = 4;
    static final int OP_UNSUPPORTED = 8;

    static final int FOR_READING = 0x01;
    static final int FOR_WRITING = 0x02;
    static final int CREATE = 0x08;
    static final int TRUNCATE = 0x10;
    static final int EXCLUSIVE = 0x20;

    public static final int ATTR_SIZE = 0x01;
    static final int ATTR_OWNER = 0x02;
    public static final int ATTR_PERMISSIONS = 0x04;
    static final int ATTR_TIMES = 0x08;
    static final int ATTR_EXTENDED = 0x80000000;

    private SftpConstants() {}
}
