# Sourced by the commands of this folder: what they share about building, starting and ending the server.
# Sets top (the checkout) and jar. Needs nothing but bash, a JDK 17 and Maven.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$top/target/lianping.jar
server_pid=
# who owns the tables on the server of bin/mysql
export LIANPING_MYSQL_OWNER=${LIANPING_MYSQL_OWNER:-lianping_owner}

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# --- this machine --------------------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo -n "$@"
  else say "需要 root 权限执行:$*"; return 1; fi
}

install_packages() {
  command -v apt-get >/dev/null || { say "没有 apt-get,请自行安装:$*"; return 1; }
  say "正在安装:$*"
  as_root apt-get update -qq >&2 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# require_tools java mvn node: names everything that is missing at once.
require_tools() {
  local tool missing=() version
  for tool in "$@"; do
    case $tool in
      java)
        version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | sed -n 1p)
        { [ -n "$version" ] && [ "$version" -ge 17 ] && command -v javac >/dev/null; } ||
          missing+=("JDK 17 或更高版本(Debian:apt-get install openjdk-17-jdk-headless)") ;;
      mvn) command -v mvn >/dev/null || missing+=("Maven 3.8 或更高版本(Debian:apt-get install maven)") ;;
      node) command -v node >/dev/null && command -v npm >/dev/null || missing+=("Node.js 20 或更高版本及 npm") ;;
    esac
  done
  [ ${#missing[@]} = 0 ] && return
  say "本机缺少:"
  for tool in "${missing[@]}"; do say "  - $tool"; done
  exit 1
}

in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port FIRST: the first port from FIRST on that nobody listens on.
free_port() {
  local candidate
  for ((candidate = $1; candidate < $1 + 200; candidate++)); do in_use "$candidate" || { echo "$candidate"; return; }; done
  return 1
}

# --- the application -----------------------------------------------------------------------------------------------

build_jar() {
  local sources=() path
  for path in pom.xml src/main processes forms db; do [ ! -e "$top/$path" ] || sources+=("$top/$path"); done
  if [ -f "$jar" ] && [ -z "$(find "${sources[@]}" -newer "$jar" -print -quit)" ]; then return; fi
  say "正在构建(首次需要下载依赖,约几分钟)…"
  local began=$SECONDS
  (cd "$top" && mvn -q -B -Dstyle.color=never -Dmaven.test.skip package) >&2 </dev/null || fail "构建失败。"
  say "构建用时 $((SECONDS - began)) 秒。"
}

# 200 or not, without curl, which a fresh machine may not have
answers() {
  local status
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
  read -r -t 30 -u 3 status
  exec 3<&- 3>&-
  [[ $status == "HTTP/1.1 200"* ]]
} 2>/dev/null

# For a server that lives some minutes: without the second compiler it needs a third less of the processor, and with its
# memory from the beginning it need not collect three dozen times while it grows.
short_lived=(-XX:TieredStopAtLevel=1 -Xms768m -XX:MetaspaceSize=256m)

# start_server HOME PORT PROFILES [JVM OPTION…]: starts the jar with its data under HOME and its log in HOME/server.log,
# sets server_pid and returns once the login page answers; 1 with the log's end if that does not happen.
start_server() {
  local home=$1 port=$2 profiles=$3 log=$1/server.log began=$SECONDS
  shift 3
  mkdir -p "$home"
  # Serial collector: a quarter of a second and a hundred megabytes less on a small machine
  java -XX:+UseSerialGC -Xshare:auto -Xmx"${LIANPING_MEMORY:-1g}" -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8 \
    "-Dlianping.home=$home" "-Dserver.port=$port" "-Dspring.profiles.active=$profiles" "$@" -jar "$jar" \
    >"$log" 2>&1 </dev/null &
  server_pid=$!
  until (answers "$port" /actuator/health/readiness); do
    if ! kill -0 "$server_pid" 2>/dev/null || [ $((SECONDS - began)) -ge 300 ]; then
      # forty lines of a Java stack would hide the reason, which stands in its last "Caused by"
      grep -v '^[[:space:]]*\(at \|\.\.\. \)' "$log" | cut -c1-600 | tail -n 20 >&2
      say "服务器没有就绪,全部记录见 $log。"
      stop_server
      return 1
    fi
    sleep 0.2
  done
}

stop_server() {
  [ -n "$server_pid" ] || return 0
  kill "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=
}

# play_round ROUND URL OUT [OPTION…]: acts as people do over HTTP.
play_round() {
  local round=$1 url=$2 out=$3
  shift 3
  mkdir -p "$out"
  java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8 \
    -Dloader.main=cn.lianping.walkthrough.Walkthrough -cp "$jar" org.springframework.boot.loader.launch.PropertiesLauncher "$round" --url "$url" --out "$out" "$@"
}
