/** Made by test/tools/fontWidths.ts from assets/fonts; textMetrics.ts reads it. Widths in font units, figures tabular. */
export const UNITS_PER_EM = 2048;

/** Runs of code points, closed by `|`: the first one, then a width for each; base 36. */
export const REGULAR_WIDTHS =
  'w fa gd qi 101 10i 1jv 10n h2 m8 m8 10w 10w fa 10w fa ki 10w 10w 10w 10w 10w 10w 10w 10w 10w 10w fa fa 10w 10w 10w t3 1i' +
  'y 139 118 15k 152 y7 xl 16g 16a fa wh 128 w6 1fe 16v 17i 10c 17i 10m 10i 10q 16c 139 1k2 12t 12m zs m8 ki m8 qt py id vy' +
  ' yu wi yu x6 l2 yw xn ds ds v8 ds 1du xm y4 yu yu lf u1 im xn vz 1ak v2 vz vf m8 ix m8 10w|4g fa gd wi yr 158 va fd wc x' +
  'm 1g0 pt x5 11n|4u 11w r6 px 10w p5 pd id xc ya ge f9 hb rg x5 19n 1c7 1e6 t3 139 139 139 139 139 139 1kj 15k y7 y7 y7 y' +
  '7 fa fa fa fa 15t 16v 17i 17i 17i 17i 17i 10w 17i 16c 16c 16c 16c 12m 106 z2 vy vy vy vy vy vy 1g7 wi x6 x6 x6 x6 ds ds ' +
  'ds ds x5 xm y4 y4 y4 y4 y4 10w y4 xn xn xn xn vz yu vz 139 vy 139 vy 139 vy 15k wi 15k wi 15k wi 15k wi 152 14e 15t yu y' +
  '7 x6 y7 x6 y7 x6 y7 x6 y7 x6 16g yw 16g yw 16g yw 16g yw 16a xn 186 xn fa ds fa ds fa ds fa ds fa ds 1br rk wh ds 128 v8' +
  ' tw w6 ds w6 ds w6 jc w0 kg xu ds 16v xm 16v xm 16v xm|96 16v xm 17i y4 17i y4 17i y4 1l6 1kv 10m lf 10m lf 10m lf 10i u' +
  '1 10i u1 10i u1 10i u1 10q im 10q le 10q im 16c xn 16c xn 16c xn 16c xn 16c xn 16c xn 1k2 1ak 12m vz 12m zs vf zs vf zs ' +
  'vf hw yu 190 11c yu 18r 13g 15k 15k wx 15t 1cu 102 yu uw y7 16g z5 xl m6 16g 106 1i5 fo j6 12l v8 ds 10i 1fn 16v xn 17i ' +
  '17c xy 1dk 10b 184 yu 15a 10i u1 zw v4 im 10v id 10q 166 z9 17j 103 14k 12m zs vf 12y 12y za ut yp yn uz uw 102 f6 ke ds' +
  ' gd|cl 20h 1u9 1sn 19y rk 23c 1kn 1be 139 vy fa ds 17i y4 16c xn 16c xn 16c xn 16c xn 16c xn x6 139 vy 139 vy 1kj 1g7 16' +
  'g 128 16g yw 128 v8 17i y4 17i y4 12y za ds 24u 20h 1u9 16g yw 1rm 106 16v xm 139 vy 1kj 1g7 17i y4 139 vy 139 vy y7 x6 ' +
  'y7 x6 fa ds fa ds 17i y4 17i y4 10m lf 10m lf 16c xn 16c xn 10i u1 10q im 102 ux 16a xn zz 17q zz zy zs vf 139 vy y7 x6 ' +
  '17i y4 17i y4 17i y4 17i y4 12m vz mo 16i n8 ds 1fh 1fh 139 15k wi wx 10q u1 vf uw ux 118 166 15a y7 x6 yf ds 17i yu 10u' +
  ' lf 120 vz|gp x6|j4 or pp ba g9 fa kl pn x8 ny dr rb f9 eu fb 9d a0 pk pk po po pn pn ni ni a3 r4 ke ke a3 r6 ke ke fb f' +
  'b 9d a0 kl kl kl fc lm dr gy fb sq s8 g0 kk pp b9 m6 mt pj ko ko ko ko ko ko ks py pm p2 kg kg kh kh g4 ke v0 v0 pp ge f' +
  '8 f8 f8 f8 po pj pm 0 0 0 0 0|li 0 0 0 0 0|lo 0|lr 0|lv 0|lx 0|m3 0|mb dr|me 0 0 0|mk 0|mv 0 0|n6 0 0|na 0 0 0 0 0 0 0 0' +
  ' 0 g0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0|ok f6 fb 16v|oq f9 wi wi wi h6 wh|p0 fd 12a 139 ge' +
  ' 160 1e3 n3|p8 1d1|pa 1dz 1dj fo 139 118 wx 12r y7 zs 16a 17i fa 128 139 1fe 16v 11c 17i 16a 10c|pv 137 10q 12m 1e3 12t ' +
  '1e2 17t fa 12m 11s uk xn fo xn 11s xw vz x8 uk sz xn zc fo tw 10i xc xe vs y4 yf yu we zi qi xn 150 wd 189 19s fo xn y4 ' +
  'xn 19s 128 102 104 127 1c2 127 12z 1ao tw|rg xr ud|s0 158 102 wi ds 17i pm pm|s9 15k 1fe|sc yu 15k 15k 15k y7 y7 1bv wx ' +
  '15k 10i fa fa wh 1rc 1s0 1eb 128 16v zr 153 139 10r 118 wx 1am y7 1im z5 16v 16v 128 16k 1fe 16a 17i 16a 10c 15k 10q zr ' +
  '1b4 12t 150 13u 1ih 1jb 1ag 1e8 10y 15k 1lq 10m vy xs w5 ot yw x6 1a3 s4 xn xn uu wq 17t xh y4 xg yu wi qi vz 133 v2 xz ' +
  'wv 1as 1bm 10m 15w vs wi 1by vj x6 x6 xn ot wi u1 ds ds ds 1gl 1f0 xn uu xn vz xg 1f0 19w 136 z0 1ie 18h 139 wh 1hb 185 ' +
  '1cj 13i 1t5 1ij uz tq 1e2 189 17i y4 142 xq 142 xq 23h 1sz|w0 14f w6 zy 0 0 0 0 0 0 0 16v xn 136 z0 104 yo wx ot wx ot 1' +
  '13 ut 1jq 1b7 z5 s4 146 vy 11x xb|ww 1bq zo 174 yb 1k2 12j 1r1 1gg 1k2 18a 15k wi 10q qi 12m vz 12m vz 13x w6 1g3 11i 14' +
  'o xp 13u wv 13u xn 1br 14m 1br 14m fa 1im 1a3 12u xe 16k wq 16a xh 16a xh 14o xp 1fe 17t ds 139 vy 139 vy 1kj 1g7 y7 x6 ' +
  '16f x6 16f x6 1im 1a3 z5 s4 za za 16v xn 16v xn 17i y4 17i y4 17i y4 15k wi zr vz zr vz zr vz 13u wv wx ot 1e8 15w xo ot' +
  ' 13x tn 12t v2|10v xk|5xc 139 vy 118 yu 118 yu 118 yu 15k wi 152 yu 152 yu 152 yu 152 yu 152 yu y7 x6 y7 x6 y7 x6 y7 x6 ' +
  'y7 x6 xl l2 16g yw 16a xn 16a xn 16a xn 16a xn 16a xn fa ds fa ds 128 v8 128 v8 128 v8 w6 ds w6 ds w6 ds w6 ds 1fe 1du 1' +
  'fe 1du 1fe 1du 16v xm 16v xm 16v xm 16v xm 17i y4 17i y4 17i y4 17i y4 10c yu 10c yu 10m lf 10m lf 10m lf 10m lf 10i u1 ' +
  '10i u1 10i u1 10i u1 10i u1 10q im 10q im 10q im 10q im 16c xn 16c xn 16c xn 16c xn 16c xn 139 vz 139 vz 1k2 1ak 1k2 1ak' +
  ' 1k2 1ak 1k2 1ak 1k2 1ak 12t v2 12t v2 12m vz zs vf zs vf zs vf xn im 1ak vz vy hw|61p kj 14c uq 139 vy 139 vy 139 vy 13' +
  '9 vy 139 vy 139 vy 139 vy 139 vy 139 vy 139 vy 139 vy 139 vy y7 x6 y7 x6 y7 x6 y7 x6 y7 x6 y7 x6 y7 x6 y7 x6 fa ds fa ds' +
  ' 17i y4 17i y4 17i y4 17i y4 17i y4 17i y4 17i y4 17c xy 17c xy 17c xy 17c xy 17c xy 16c xn 16c xn 166 z9 166 z9 166 z9 ' +
  '166 z9 166 z9 12m vz 12m vz 12m vz 12m vz 172 vc v0 uz 15f 108 11s 11s 11s 11s 11s 11s 11s 11s 14j 14j 1d6 1du 1da 1di 1' +
  '8p 18p uk uk uk uk uk uk|654 17t 181 1gt 1hh 1gx 1h5|65c xn xn xn xn xn xn xn xn 1fw 1g4 1ow 1pk 1p0 1p8 1kf 1kf fo fo f' +
  'o fo fo fo fo fo ow p4 xw yk y0 y8 tf tf y4 y4 y4 y4 y4 y4|66g 1eu 1f2 1nu 1oi 1ny 1o6|66o xn xn xn xn xn xn xn xn|66x 1' +
  'g0|66z 1pg|671 1p4|673 1kb 19s 19s 19s 19s 19s 19s 19s 19s 1fc 1fk 1oc 1p0 1og 1oo 1jv 1jv 11s 11s uk uk xn xn fo fo y4 ' +
  'y4 xn xn 19s 19s|680 11s 11s 11s 11s 11s 11s 11s 11s 14j 14j 1d6 1du 1da 1di 18p 18p xn xn xn xn xn xn xn xn 1fw 1g4 1ow' +
  ' 1pk 1p0 1p8 1kf 1kf 19s 19s 19s 19s 19s 19s 19s 19s 1fc 1fk 1oc 1p0 1og 1oo 1jv 1jv 11s 11s 11s 11s 11s|69i 11s 11s 139' +
  ' 139 139 14j 139 c2 f9 c2 sg ow xn xn xn|69y xn xn 137 160 1ba 1e3 16a il kn g6 fo fo fo fo|6ae fo fo fa fa ka n3|6al jh' +
  ' kv g6 xn xn xn xn yu yu xn xn 12m 12m 16s 1dz 1b3 12a 12a 8j|6b6 19s 19s 19s|6ba 19s 19s 17i 1d1 1b5 1dj 17t fd c2|6bk ' +
  'v2 1q2 sg 1kw j0 e8 9g 10w fa ac 56 g0|6c0 ke ke 10w sg 1kw 1kw r9 pr eu eu dq eu p2 p2 ny p2 ry ry w0 w0 ge ws 1d6 ge|6' +
  'cv ac 23z 2o3 co p6 11o co p6 11o pw lv lv 10e wq su uq 1ah 1ah pq 155 w0 ax kr kr 1m6 19g 19g pa ya xo xo si h6 1a8 uq ' +
  '161 15a 1ah v9|6dz 1e6|6e7 g0|6eo q5 b9|6es q6 p1 p9 n3 pm p9 oe of oe fb fb or q5 hb p5 pd q6 p1 p9 n3 pm p9 oe of oe f' +
  'b fb|6fk mu nq ob mt pn or mk b9 zi or ou m6 dy|6g0 15i 15k 15i yc yr 1cv 17s 1iy 1rr 1ia 1ai yu 11x 14e 10q 274|6gh 11t' +
  ' 16g 139 zz 15k|6go 10q ut xt|6gs 15c 13w 15a 118|6io 1iy 1hx|6ir 1uu|6it 1jb 1l3|6ix 1ni|6j7 pa|6ja 1q5 1g0|6ji 13b 10e' +
  ' y6 13o yr|6jq 17t|6ju 128 139|6jy zy|6k2 xl|6kb 15y|6kt 1e8|6kw 1e2 1cy 1s1 1cz 1id 1d0 1ie 1hj 1iw 1cy 1hr 1cr 1ha 1hk' +
  ' 1ap ra fa uk 19u 1ij 139 1ij 1xt 2d3 1i3 12t 1i3 1xd w6 15k 152 1fe f6 rk 15c 19r uq 152 1nj 21b 18u uq 18u 1mm ds wi z' +
  'w 1du|6mb 103 uv 159 1ap|6mh 1ie|6mo 1ia 1bg 1ia 1bg 24a 1bg 184 184 184 184|6nd 1t3 1t3|6nk 1k6 1k6|6nn 1k6 1bh 1k6|6nu' +
  ' 1ia 1ia|6og 1ia|6oi 1ia|6ok 24a|6ou yl yl|6p0 1lq 1lq|6p3 1mn|6p6 1mn|6pu 102|6px 12y 12r|6q7 154|6q9 103 10w|6qi zt|6q' +
  'm 1h9|6qz ks|6ra ge|6rs 10w|6sg 10w|6sk 10w 10w|6tx 272 272 272 272|6wz 18g 18g 18g|6xk 1ky|6xx 1m6 1x6 1n0|6y3 1x6|70g ' +
  '19a|70n 1m6|70r 1ia|72m 1k6 1d4|7fk 1g0 1g0 1g0|7fu w0|7g2 1li 1li|7g6 1g5 1g5|7ga 1g5 1g5 1li 1li|7gg 1g5 1g5|7gk 1g5 1' +
  'g5 1ns 1ns|7gq vc 1g0|7gv 1g0|7hi w0|7hr 272|7i8 1os|7id 1ng 1ng|7jw 1os|7kx 1m6|7l1 1m6|7l6 18c 1kh|7mo 1mc|7pv 1eb|7pz' +
  ' 1ef|7rq 1ns|7s4 1m6|7sw 272 272 272 272 272 272 272 272 272|1ekf 11c';

export const SEMIBOLD_WIDTHS =
  'w fa ia tr 10m 110 1l5 11p ij m8 m8 10t 10t fa 10t fa lk 10t 10t 10t 10t 10t 10t 10t 10t 10t 10t fa fa 10t 10t 10t ux 1k' +
  'u 15e 11i 15x 153 yg xg 16m 16f fr wz 140 w6 1gh 177 17q 10p 17z 114 110 11k 15v 15e 1m1 14y 14l 114 m8 lk m8 re qp jz w' +
  'o zi x5 zi xn m4 zl yu ew ew we ew 1f8 yt yn zi zi ml v9 k3 yu xe 1br wd xh w7 m8 kf m8 10t|4g fa ia x5 zt 16m w2 hz wc ' +
  'yt 1g0 q7 103 12a|4u 11r pp q2 10t pt qd jz yy y5 i5 iw if rq 103 1ba 1dh 1fm ux 15e 15e 15e 15e 15e 15e 1ln 15x yg yg y' +
  'g yg fr fr fr fr 16r 177 17q 17q 17q 17q 17q 10t 17q 15v 15v 15v 15v 14l 11f 10m wo wo wo wo wo wo 1fx x5 xn xn xn xn ew' +
  ' ew ew ew xs yt yn yn yn yn yn 10t yn yu yu yu yu xh zi xh 15e wo 15e wo 15e wo 15x x5 15x x5 15x x5 15x x5 153 162 16r ' +
  'zi yg xn yg xn yg xn yg xn yg xn 16m zl 16m zl 16m zl 16m zl 16f yu 19c yu fr ew fr ew fr ew fr ew fr ew 1cq tr wz ew 14' +
  '0 we w8 w6 ew w6 ew w6 lg wl nu y8 ew 177 yt 177 yt 177 yt|96 177 yt 17q yn 17q yn 17q yn 1lo 1kf 114 ml 114 ml 114 ml 1' +
  '10 v9 110 v9 110 v9 110 v9 11k k3 11k nv 11k k3 15v yu 15v yu 15v yu 15v yu 15v yu 15v yu 1m1 1br 14l xh 14l 114 w7 114 ' +
  'w7 114 w7 j1 zi 1ba 11b zi 1b2 15o 15x 15x yh 16r 1ev 11d zi yr yg 16m 107 xg ox 16m 13z 1ja gy k8 14e we ew 122 1ha 177' +
  ' yu 17q 180 yj 1ft 140 1ah zi 16m 110 v9 119 yt k3 13p jy 11k 15s 10r 181 11b 179 140 114 w7 132 132 10a w0 zg zn yt w2 ' +
  '11h gb lm ew ia|cl 219 1vp 1t5 1b2 tr 246 1m2 1dp 15e wo fr ew 17q yn 15v yu 15v yu 15v yu 15v yu 15v yu xn 15e wo 15e w' +
  'o 1ln 1fx 16m 12w 16m zl 140 we 17q yn 17q yn 132 10a ew 267 219 1vp 16m zl 1ru 143 177 yt 15e wo 1ln 1fx 17q yn 15e wo ' +
  '15e wo yg xn yg xn fr ew fr ew 17q yn 17q yn 114 ml 114 ml 15v yu 15v yu 110 v9 11k k3 11c w3 16f yu 11c 18e 11b 11a 114' +
  ' w7 15e wo yg xn 17q yn 17q yn 17q yn 17q yn 14l xh ns 17p pc ew 1h4 1h4 15e 15x x5 xu 11k v9 w7 w2 w3 12b 16t 16m yg xn' +
  ' z8 ew 17u zi 11t ml 13z xh|gp xn|j4 ps qv c9 hb g4 lg qq y1 p8 e4 s3 g8 gq g9 9d 9q qv qv tj tj qq qq pa pa ay po le lf' +
  ' ay pp lf le g9 g9 9d 9q ln ln ln iv ng fi jh f3 sm ue g9 lh qr c8 n7 o5 qq lj lj lj lj lj o8 o9 tk qt sj lh lh li li ij' +
  ' lf wo wo qs i5 iw iw iw iw qt qt ti 0 0 0 0 0|li 0 0 0 0 0|lo 0|lr 0|lv 0|lx 0|m3 0|mb fi|me 0 0 0|mk 0|mv 0 0|n6 0 0|n' +
  'a 0 0 0 0 0 0 0 0 0 ec 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0|ok g5 g8 177|oq g9 x5 x5 x5 iq wz' +
  '|p0 i2 144 15e i5 185 1g5 pg|p8 1f9|pa 1h3 1fl gy 15e 11i x2 153 yg 114 16f 17q fr 140 15e 1gh 177 12i 17q 16f 10p|pv 13' +
  'd 11k 14l 1el 14y 1el 189 fr 14l 12x vc yu gy yt 12x yf xe y1 vc tx yu zk gy w8 122 yy yg vs yn zp zi x3 10j s6 yt 17y x' +
  'm 1a9 1aw gy yt yn yt 1aw 140 11f 11d 13m 1ez 13m 15f 1eq w8|rg xw ui|s0 16m 11f x5 ew 17q qp qp|s9 15x 1gh|sc zi 15x 15' +
  'x 15x yg yg 1ci x2 15x 110 fr fr wz 1ri 1s2 1ep 140 177 129 15a 15e 10s 11i x2 1ch yg 1mq 107 177 177 140 16m 1gh 16f 17' +
  'q 16f 10p 15x 11k 129 1be 14y 16r 144 1jo 1l0 1az 1fl 11g 15x 1ms 114 wo ye wl pg 10p xn 1c5 t2 yu yu we xt 19e yq yn yf' +
  ' zi x5 s6 xh 16i wd 107 xr 1c7 1dj 11y 18k wy x5 1cv wf xn xn yu pg x5 v9 ew ew ew 1hc 1g2 yu we yu xh yf 1i3 1cq 140 10' +
  '3 1k5 1aa 15e x9 1je 1ab 1do 15h 1um 1ky vz ui 1el 1a9 17q yn 163 yo 163 yo 257 1v2|w0 14p wz 11c 0 0 0 0 0 0 0 177 yu 1' +
  '40 103 110 yr x2 pg x2 pg 11k w1 1og 1dr 107 t2 169 y0 13x z5|ww 1dj 11d 17r 102 1ks 13r 1rt 1h4 1mc 1al 15x x5 11k s6 1' +
  '4l xe 14l xe 16n xz 1hf 13h 15g z3 144 xr 144 yu 1do 165 1do 165 fr 1mq 1c5 13a yq 16m xt 16f yq 16f yq 15g z3 1gh 19e e' +
  'w 15e wo 15e wo 1ln 1fx yg xn 16j xn 16j xn 1mq 1c5 107 t2 10a 10a 177 yu 177 yu 17q yn 17q yn 17q yn 15x x5 129 xh 129 ' +
  'xh 129 xh 144 xr x2 pg 1fl 18k yr pg 179 ue 14y wd|10v z5|5xc 15e wo 11i zi 11i zi 11i zi 15x x5 153 zi 153 zi 153 zi 15' +
  '3 zi 153 zi yg xn yg xn yg xn yg xn yg xn xg m4 16m zl 16f yu 16f yu 16f yu 16f yu 16f yu fr ew fr ew 140 we 140 we 140 ' +
  'we w6 ew w6 ew w6 ew w6 ew 1gh 1f8 1gh 1f8 1gh 1f8 177 yt 177 yt 177 yt 177 yt 17q yn 17q yn 17q yn 17q yn 10p zi 10p zi' +
  ' 114 ml 114 ml 114 ml 114 ml 110 v9 110 v9 110 v9 110 v9 110 v9 11k k3 11k k3 11k k3 11k k3 15v yu 15v yu 15v yu 15v yu ' +
  '15v yu 15e xe 15e xe 1m1 1br 1m1 1br 1m1 1br 1m1 1br 1m1 1br 14y wd 14y wd 14l xh 114 w7 114 w7 114 w7 yu k3 1br xh wo j' +
  '1|61p le 150 ym 15e wo 15e wo 15e wo 15e wo 15e wo 15e wo 15e wo 15e wo 15e wo 15e wo 15e wo 15e wo yg xn yg xn yg xn yg' +
  ' xn yg xn yg xn yg xn yg xn fr ew fr ew 17q yn 17q yn 17q yn 17q yn 17q yn 17q yn 17q yn 180 yj 180 yj 180 yj 180 yj 180' +
  ' yj 15v yu 15v yu 15s 10r 15s 10r 15s 10r 15s 10r 15s 10r 14l xh 14l xh 14l xh 14l xh 1cy 11g yr ys 16k 11a 12x 12x 12x ' +
  '12x 12x 12x 12x 12x 16m 16x 1gj 1hg 1gs 1he 1bl 1c1 vc vc vc vc vc vc|654 18s 199 1iy 1ju 1j6 1js|65c yu yu yu yu yu yu ' +
  'yu yu 1gr 1h8 1qx 1ru 1r5 1rs 1ly 1me gy gy gy gy gy gy gy gy q3 qj 109 115 10h 113 va vq yn yn yn yn yn yn|66g 1fw 1gc ' +
  '1q2 1qy 1qa 1qw|66o yt yt yt yt yt yt yt yt|66x 1i6|66z 1ss|671 1sq|673 1nc 1aw 1aw 1aw 1aw 1aw 1aw 1aw 1aw 1g7 1go 1qd ' +
  '1ra 1ql 1r8 1le 1lu 12x 12x vc vc yu yu gy gy yn yn yt yt 1aw 1aw|680 12x 12x 12x 12x 12x 12x 12x 12x 16m 16x 1gj 1hg 1g' +
  's 1he 1bl 1c1 yu yu yu yu yu yu yu yu 1gr 1h8 1qx 1ru 1r5 1rs 1ly 1me 1aw 1aw 1aw 1aw 1aw 1aw 1aw 1aw 1g7 1go 1qd 1ra 1q' +
  'l 1r8 1le 1lu 12x 12x 12x 12x 12x|69i 12x 12x 15e 15e 15e 175 15e cp g9 cp sg pj yu yu yu|69y yu yu 165 185 1e4 1g5 16f ' +
  'k1 m9 ia gy gy gy gy|6ae gy gy fr fr ng pg|6al ky mq ia yt yt yt yt zi zi yt yt 14l 14l 18r 1h3 1ca 144 144 9y|6b6 1aw 1' +
  'aw 1aw|6ba 1aw 1aw 17q 1f9 1cw 1fl 189 i2 cp|6bk vx 1rh sg 1kw j0 e8 9g 10t fa 9f 4p ec|6c0 o0 o0 10t sg 1kw 1kw uj qn g' +
  'q gq fi gq su sj rb sj vf vf sn sn i5 109 1ie i5|6cv 9f 261 2qx en t5 17o en t5 17o tf nn nn 16t 10k ur t5 1bq 1bq qp 16' +
  'o sn bn l8 l8 1pu 1d7 1d7 q5 y5 yb yb up iq 1bl w3 195 16m 1bq 11m|6dz 1m7|6e7 gj|6eo ri c8|6es r7 qc qf ns qs qf pz q0 ' +
  'pz g5 g5 ps ri if pt qd r7 qc qf ns qs qf pz q0 pz g5 g5|6fk no of oz o5 qs ps nq c8 10k ps po n7 f3|6g0 16o 15x 15e yq ' +
  'zt 1d2 17b 1ks 1tr 1lj 1eh zi 12m 17u 11k 29s|6gh 13q 16m 15e 140 15x|6go 11l vy zq|6gs 16o 15f 16m 11i|6io 1ky 1k5|6ir ' +
  '1v4|6it 1l1 1nr|6ix 1nj|6j7 rp|6ja 1qi 1g0|6ji 15z 116 zd 15g zv|6jq 189|6ju 140 15e|6jy 11f|6k2 xg|6kb 17s|6kt 1h5|6kw ' +
  '1f7 1eh 1ua 1en 1k9 1eo 1ka 1j0 1kf 1eh 1jh 1eg 1is 1jg 1cb sf fr vh 1b8 1l5 15e 1l5 20w 2gm 1ko 14y 1ko 20f w6 15x 153 ' +
  '1gh fs tr 18n 1ca vp 19a 1r6 261 1b8 w5 1b8 1q4 ew x5 yf 1f8|6mb 140 w0 16o 1em|6mh 1ke|6mo 1ia 1e5 1ia 1e5 24a 1cc 18e ' +
  '18e 18e 18e|6nd 1tn 1tn|6nk 1l3 1l3|6nn 1l3 1dt 1l3|6nu 1ia 1ia|6og 1ia|6oi 1ia|6ok 24a|6ou zm zm|6p0 1n2 1n2|6p3 1pa|6p' +
  '6 1pa|6pu 11f|6px 134 153|6q7 16s|6q9 143 10t|6qi 11b|6qm 1iy|6qz lr|6ra i5|6rs 10t|6sg 10t|6sk 10t 10t|6tx 272 272 272 ' +
  '272|6wz 19c 19c 19c|6xk 1jp|6xx 1m6 1x6 1kw|6y3 1x6|70g 19a|70n 1m6|70r 1ia|72m 1l3 1d4|7fk 1g0 1g0 1g0|7fu sn|7g2 1mu 1' +
  'mu|7g6 1hi 1hi|7ga 1hi 1hi 1mu 1mu|7gg 1hi 1hi|7gk 1hi 1hi 1o5 1o5|7gq x7 1g0|7gv 1g0|7hi sn|7hr 272|7i8 1os|7id 1ng 1ng' +
  '|7jw 1os|7kx 1m6|7l1 1m6|7l6 17h 1k4|7mo 1mc|7pv 1e8|7pz 1eb|7rq 1o5|7s4 1m6|7sw 272 272 272 272 272 272 272 272 272|1ek' +
  'f 11c';
