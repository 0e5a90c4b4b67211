"""Paramiko as a server: commands run in a shell. Arguments: port; the password is in the environment."""
import os
import socket
import subprocess
import sys
import threading

import paramiko

# Without groups it would offer the group exchange and then refuse it.
paramiko.Transport.load_server_moduli("/etc/ssh/moduli")
KEY = paramiko.RSAKey.generate(2048)
ECDSA = paramiko.ECDSAKey.generate()


class Server(paramiko.ServerInterface):
    def get_allowed_auths(self, username):
        return "password"

    def check_auth_password(self, username, password):
        right = password == os.environ["PASSWORD"]
        return paramiko.AUTH_SUCCESSFUL if right else paramiko.AUTH_FAILED

    def check_channel_request(self, kind, number):
        return paramiko.OPEN_SUCCEEDED

    def check_channel_exec_request(self, channel, command):
        channel.command = command
        return True


answer_request = paramiko.Channel._handle_request


def handle_request(channel, message):
    """The command begins when the request was answered: what it prints must not overtake the answer."""
    answer_request(channel, message)
    command = getattr(channel, "command", None)
    if command is not None:
        channel.command = None
        threading.Thread(target=run, args=(channel, command), daemon=True).start()


paramiko.Transport._channel_handler_table[paramiko.common.MSG_CHANNEL_REQUEST] = handle_request


def run(channel, command):
    child = subprocess.Popen(["/bin/sh", "-c", command], stdout=subprocess.PIPE)
    while True:
        piece = child.stdout.read(65536)
        if not piece:
            break
        channel.sendall(piece)
    channel.send_exit_status(child.wait())
    channel.close()


def serve(connection):
    transport = paramiko.Transport(connection)
    transport.add_server_key(KEY)
    transport.add_server_key(ECDSA)
    try:
        transport.start_server(server=Server())
    except (paramiko.SSHException, EOFError):
        return
    channels = []  # one that nobody holds is closed
    while transport.is_active():
        channels.append(transport.accept(1))


listener = socket.socket()
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen(50)
print("listening", flush=True)
while True:
    connection, _ = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
