# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

_postwave()
{
    local cur prev words cword
    _init_completion -s || return

    local commands="channels fetch export store"
    local common="--data-dir --budget --trust-server-clock --log-rules --help --version"
    local source="--demo --server --allow-http --email --password-file"
    local command="" word
    for word in "${words[@]:1:cword-1}"; do
        case $word in
            channels | fetch | export | store)
                command=$word
                break
                ;;
        esac
    done

    case $prev in
        --data-dir)
            _filedir -d
            return
            ;;
        --password-file)
            _filedir
            return
            ;;
        --output)
            _filedir '@(csv|json|png)'
            return
            ;;
        --period)
            mapfile -t COMPREPLY < <(compgen -W "1h 6h 12h 24h 7d 30d 90d all" -- "$cur")
            return
            ;;
        --levels)
            mapfile -t COMPREPLY < <(compgen -W "day day,hour day,hour,minute" -- "$cur")
            return
            ;;
        --metrics)
            # A list: what stands before the last comma stays.
            local before=""
            [[ $cur == *,* ]] && before=${cur%,*},
            mapfile -t COMPREPLY < <(compgen -P "$before" -W "views likes shares comments replies post_count" -- "${cur##*,}")
            compopt -o nospace
            return
            ;;
        --compare)
            mapfile -t COMPREPLY < <(compgen -W "previous year" -- "$cur")
            return
            ;;
        --step)
            mapfile -t COMPREPLY < <(compgen -W "minute hour day week month" -- "$cur")
            return
            ;;
        --zone)
            local zones=/usr/share/zoneinfo/tzdata.zi
            [[ -r $zones ]] &&
                mapfile -t COMPREPLY < <(compgen -W "UTC $(awk '$1 == "Z" { print $2 } $1 == "L" { print $3 }' $zones)" -- "$cur")
            return
            ;;
        --align)
            mapfile -t COMPREPLY < <(compgen -W "weekday date" -- "$cur")
            return
            ;;
        --theme)
            mapfile -t COMPREPLY < <(compgen -W "light dark" -- "$cur")
            return
            ;;
        --scale)
            mapfile -t COMPREPLY < <(compgen -W "1 2 3 4" -- "$cur")
            return
            ;;
        --separator)
            mapfile -t COMPREPLY < <(compgen -W "tab" -- "$cur")
            return
            ;;
        --server | --email | --budget | --channel | --day | --hour | --from | --to | --as-of | --size | --log-rules)
            return
            ;;
    esac

    local choices=$common
    case $command in
        channels) choices+=" $source --json --offline" ;;
        fetch) choices+=" $source --channel --period --levels --progress" ;;
        export)
            choices+=" $source --channel --period --day --hour --from --to --step --zone --metrics --compare --align"
            choices+=" --output --offline --as-of --size --scale --theme --separator --bom"
            ;;
        store) choices+=" --demo status verify compact" ;;
        *) choices+=" $commands --demo --self-test" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$cur")
} &&
    complete -F _postwave postwave
