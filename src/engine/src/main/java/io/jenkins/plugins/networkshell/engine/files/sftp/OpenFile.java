package io.jenkins.plugins.networkshell.engine.files.sftp;

/**
 * A file that the device has opened.
 *
 * @param handle the device's name for it while it is open
 * @param doing the beginning of the error message if the device refuses a request
 */
record OpenFile(byte[] handle, String doing) {}
