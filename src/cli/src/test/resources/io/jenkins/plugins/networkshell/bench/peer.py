"""What the benchmarks compare with: loops that read until the prompt, as people write them.

peer.py measure FILE PROGRAM ARGUMENT...   runs a program, writes seconds of wall and processor and MiB to FILE
peer.py paramiko|asyncssh|openssh session HOST PORT USER ROUNDS COMMAND...
peer.py paramiko|asyncssh|openssh fleet HOST PORT USER DEVICES AT_ONCE COMMAND

The password is in NET_PASSWORD. `session` prints the output of the first round, and on standard error "Connecting"; then, for each
round, the milliseconds from there to the last byte and those per command. `fleet` prints seconds, on standard error, too.
"""
import contextlib
import os
import re
import resource
import subprocess
import sys
import time

PAGING = "screen-length 0 temporary"
PROMPT = re.compile(rb"(?:^|[\r\n])<[^<>\r\n]+>$")


def measure(file, *command):
    start = time.monotonic()
    status = subprocess.call(command)
    wall = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(file, "w", encoding="ascii") as out:
        out.write(f"{wall} {used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024}\n")
    sys.exit(status)


class ReadLoop:
    """On a channel with recv and sendall."""

    def session(self, host, port, user, commands, show):
        start = time.monotonic()
        with self.connect(host, port, user) as channel:
            self.read(channel, None)
            self.run(channel, PAGING, None)
            first = None
            before = time.monotonic()
            for command in commands:
                self.run(channel, command, show)
                first = first or time.monotonic()
            end = time.monotonic()
        return (first - start) * 1000, (end - before) * 1000 / len(commands)

    def run(self, channel, command, show):
        channel.sendall(command + "\n")
        self.read(channel, show)

    def read(self, channel, show):
        tail = b""
        while not PROMPT.search(tail):
            piece = channel.recv(65536)
            if not piece:
                raise EOFError("the device hung up")
            if show is not None:
                show.write(piece)
            tail = (tail + piece)[-80:]
        if show is not None:
            show.flush()

    def fleet(self, host, port, user, devices, at_once, command):
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(lambda _: self.session(host, port, user, [command], None), range(devices)))


class Paramiko(ReadLoop):
    @contextlib.contextmanager
    def connect(self, host, port, user):
        import paramiko

        client = paramiko.SSHClient()
        client.set_missing_host_key_policy(paramiko.MissingHostKeyPolicy())
        client.connect(
            host, port, user, os.environ["NET_PASSWORD"], allow_agent=False, look_for_keys=False, timeout=60
        )
        try:
            yield client.invoke_shell()
        finally:
            client.close()


class OpenSsh(ReadLoop):
    """Its client, with the password from sshpass."""

    @contextlib.contextmanager
    def connect(self, host, port, user):
        command = ["sshpass", "-e", "ssh", "-tt", "-F", "none", "-o", "LogLevel=ERROR", "-o", "StrictHostKeyChecking=no"]
        command += ["-o", "UserKnownHostsFile=/dev/null", "-o", "PubkeyAuthentication=no", "-p", str(port), f"{user}@{host}"]
        variables = {**os.environ, "SSHPASS": os.environ["NET_PASSWORD"]}
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=variables)
        try:
            yield self.Channel(process)
        finally:
            process.terminate()
            process.wait()

    class Channel:
        def __init__(self, process):
            self.process = process

        def recv(self, most):
            return self.process.stdout.read(most)

        def sendall(self, text):
            self.process.stdin.write(text.encode())


class AsyncSsh:
    def session(self, host, port, user, commands, show):
        import asyncio

        return asyncio.run(self.talk(host, port, user, commands, show))

    async def talk(self, host, port, user, commands, show):
        import asyncssh

        start = time.monotonic()
        async with asyncssh.connect(
            host,
            port,
            username=user,
            password=os.environ["NET_PASSWORD"],
            known_hosts=None,
            client_keys=None,
            config=None,
            agent_path=None,
        ) as connection:
            process = await connection.create_process(term_type="vt100", encoding=None)
            await self.read(process, None)
            await self.run(process, PAGING, None)
            first = None
            before = time.monotonic()
            for command in commands:
                await self.run(process, command, show)
                first = first or time.monotonic()
            end = time.monotonic()
        return (first - start) * 1000, (end - before) * 1000 / len(commands)

    async def run(self, process, command, show):
        process.stdin.write((command + "\n").encode())
        await self.read(process, show)

    async def read(self, process, show):
        tail = b""
        while not PROMPT.search(tail):
            piece = await process.stdout.read(65536)
            if not piece:
                raise EOFError("the device hung up")
            if show is not None:
                show.write(piece)
            tail = (tail + piece)[-80:]
        if show is not None:
            show.flush()

    def fleet(self, host, port, user, devices, at_once, command):
        import asyncio

        async def all_of_them():
            room = asyncio.Semaphore(at_once)

            async def one():
                async with room:
                    await self.talk(host, port, user, [command], None)

            await asyncio.gather(*(one() for _ in range(devices)))

        asyncio.run(all_of_them())


def main(name, mode, *rest):
    peer = {"paramiko": Paramiko, "asyncssh": AsyncSsh, "openssh": OpenSsh}[name]()
    if mode == "session":
        host, port, user, rounds, *commands = rest
        print("Connecting", file=sys.stderr, flush=True)
        show = sys.stdout.buffer
        for _ in range(int(rounds)):
            to_last_byte, each = peer.session(host, int(port), user, commands, show)
            print(f"{to_last_byte} {each}", file=sys.stderr, flush=True)
            show = None
    else:
        host, port, user, devices, at_once, command = rest
        start = time.monotonic()
        peer.fleet(host, int(port), user, int(devices), int(at_once), command)
        print(time.monotonic() - start, file=sys.stderr)


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        measure(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
