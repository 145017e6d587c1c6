# nginx, with the very bytes that Parley sends as files.
# shellcheck shell=bash
nginx=http://localhost:18082

nginx_serve() {
  mkdir -p "$work/$size/nginx"
  exec nginx -g "user $(id -un) $(id -gn);" -p "$work/$size/nginx" -e error.log -c "$bench/peers/nginx.conf"
}

nginx_ready() { answers $nginx/ready; }
