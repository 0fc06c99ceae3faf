/* Stands in for libsystemd in the Linux program.

   Debian's libdbus is linked with it, to take over the sockets that systemd hands to a D-Bus *server*.
   A program that only calls others is handed none, and the real library brings four more with it, among
   them one for cryptography. The version is that of the real one's symbols: packaging/system_libraries.py. */

int sd_listen_fds(int unset_environment)
{
    (void)unset_environment;
    return 0;
}

int sd_is_socket(int fd, int family, int type, int listening)
{
    (void)fd;
    (void)family;
    (void)type;
    (void)listening;
    return 0;
}
