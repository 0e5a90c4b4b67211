package io.jenkins.plugins.networkshell.recognition;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.HostAndPort;

/**
 * Which device it is: its address and the way there, because behind another jump host the same private address may be
 * another device.
 *
 * @param text without any name that somebody logs in with
 */
public record DeviceKey(String text) {
    private static final String VIA = " via ";

    public static DeviceKey of(Target target) {
        StringBuilder text = new StringBuilder(target.address());
        target.jumps().forEach(jump -> text.append(VIA).append(jump.address()));
        switch (target.proxy()) {
            case Proxy.Socks5 socks -> text.append(VIA).append(HostAndPort.text(socks.host(), socks.port()));
            case Proxy.HttpConnect http -> text.append(VIA).append(HostAndPort.text(http.host(), http.port()));
            case Proxy.None none -> {
                // straight there
            }
        }
        return new DeviceKey(text.toString());
    }

    public static DeviceKey of(Device device) {
        StringBuilder text = new StringBuilder(HostAndPort.text(device.host(), device.port()));
        device.jumps().forEach(jump -> text.append(VIA).append(HostAndPort.text(jump.host(), jump.port())));
        return new DeviceKey(text.toString());
    }
}
