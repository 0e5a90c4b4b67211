/*
 * A server on libssh: one account with a password, and commands. libssh's own example is no help, because it refuses a
 * command that arrives together with the opening of its channel, and loses the end of the output.
 *
 * libssh_server PORT HOST_KEY_FILE, with the password in PASSWORD; prints "listening" when it does.
 */
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_right_login(ssh_message message)
{
    const char *user = ssh_message_auth_user(message);
    const char *password = ssh_message_auth_password(message);
    return ssh_message_subtype(message) == SSH_AUTH_METHOD_PASSWORD && user != NULL && password != NULL
        && strcmp(user, "netops") == 0 && strcmp(password, getenv("PASSWORD")) == 0;
}

static void run(ssh_channel channel, const char *command)
{
    char buffer[32768];
    size_t count;
    int status;
    FILE *output = popen(command, "r");
    if (output == NULL) {
        exit(1);
    }
    while ((count = fread(buffer, 1, sizeof buffer, output)) > 0) {
        if (ssh_channel_write(channel, buffer, (uint32_t) count) != (int) count) {
            exit(1); /* the client has gone */
        }
    }
    status = pclose(output);
    ssh_channel_request_send_exit_status(channel, (status >> 8) & 255);
    ssh_channel_send_eof(channel);
    ssh_channel_close(channel);
}

static void serve(ssh_session session)
{
    ssh_message message;
    ssh_channel channel = NULL;
    int logged_in = 0;
    if (ssh_handle_key_exchange(session) != SSH_OK) {
        return;
    }
    while ((message = ssh_message_get(session)) != NULL) {
        int type = ssh_message_type(message);
        int subtype = ssh_message_subtype(message);
        if (type == SSH_REQUEST_SERVICE) {
            ssh_message_service_reply_success(message);
        } else if (type == SSH_REQUEST_AUTH && is_right_login(message)) {
            logged_in = 1;
            ssh_message_auth_reply_success(message, 0);
        } else if (type == SSH_REQUEST_AUTH) {
            ssh_message_auth_set_methods(message, SSH_AUTH_METHOD_PASSWORD);
            ssh_message_reply_default(message);
        } else if (type == SSH_REQUEST_CHANNEL_OPEN && subtype == SSH_CHANNEL_SESSION && logged_in) {
            channel = ssh_message_channel_request_open_reply_accept(message);
        } else if (type == SSH_REQUEST_CHANNEL && subtype == SSH_CHANNEL_REQUEST_EXEC && channel != NULL) {
            char *command = strdup(ssh_message_channel_request_command(message));
            ssh_message_channel_request_reply_success(message);
            run(channel, command);
            free(command);
        } else {
            ssh_message_reply_default(message);
        }
        ssh_message_free(message);
    }
}

int main(int argc, char **argv)
{
    ssh_bind listener = ssh_bind_new();
    if (argc != 3 || getenv("PASSWORD") == NULL || listener == NULL) {
        return 2;
    }
    signal(SIGCHLD, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    ssh_bind_options_set(listener, SSH_BIND_OPTIONS_BINDADDR, "127.0.0.1");
    ssh_bind_options_set(listener, SSH_BIND_OPTIONS_BINDPORT_STR, argv[1]);
    ssh_bind_options_set(listener, SSH_BIND_OPTIONS_HOSTKEY, argv[2]);
    if (ssh_bind_listen(listener) != SSH_OK) {
        fprintf(stderr, "%s\n", ssh_get_error(listener));
        return 1;
    }
    puts("listening");
    fflush(stdout);
    for (;;) {
        ssh_session session = ssh_new();
        if (ssh_bind_accept(listener, session) == SSH_OK && fork() == 0) {
            signal(SIGCHLD, SIG_DFL); /* for pclose */
            ssh_bind_free(listener);
            serve(session);
            ssh_disconnect(session);
            _exit(0);
        }
        /* The child has the connection: no message of ours may get into it. */
        close(ssh_get_fd(session));
        ssh_free(session);
    }
}
