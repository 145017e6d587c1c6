# Three plots: what the catalogue gives a second, how long an entity takes, how far each goal is.
set terminal svg size 900,480 background rgb 'white' font 'sans-serif,13'
set datafile separator tab
set datafile missing '?'
set key outside right noenhanced
set logscale y
set grid ytics
set xtics noenhanced

set style data histograms
set style histogram clustered gap 1
set style fill solid 0.9 noborder
set output out.'/catalogue.svg'
set title 'Catalogue: queries a second, geometric mean, one client'
file = folder.'/catalogue.dat'
columns = int(system("head -1 ".file." | tr '\t' '\n' | wc -l"))
if (columns > 1) { plot for [c = 2:columns] file using c:xtic(1) title columnheader(c) }

set style data linespoints
set output out.'/entity.svg'
set title 'Description of an entity: p50 in ms, geometric mean over formats, eight connections'
file = folder.'/entity.dat'
columns = int(system("head -1 ".file." | tr '\t' '\n' | wc -l"))
set xrange [-0.5:*]
if (columns > 1) { plot for [c = 2:columns] file using 0:c:xtic(1) title columnheader(c) linewidth 2 }

set terminal svg size 900,640 background rgb 'white' font 'sans-serif,13'
set output out.'/goals.svg'
set title 'Goals: 1 is the goal, more is better'
unset key
unset logscale y
set logscale x
unset grid
set grid xtics
set xrange [*:*]
set xtics enhanced
set ytics noenhanced
set yrange [*:*] reverse
set arrow from 1, graph 0 to 1, graph 1 nohead linewidth 2
set boxwidth 0.6
set offsets 0, 0, 0.5, 0.5
file = folder.'/goals.dat'
plot file using 2:0:ytic(1) with points pointtype 7 pointsize 1.2
