/**
 * Every Application Identifier of GS1 (GS1 General Specifications §3.2), an entry a line:
 *
 *   AI or range, marks, name of the value among the parts of a code, components, associations, `#` data title.
 *
 * Marks: `p` the length is predefined, so that no separator follows; `a` it may be an attribute in the query string of a
 * Digital Link. A component is a character set with a length, `?` where it may be absent, and its linters; only the last
 * has a variable length. `needs=01,03+10` wants (01), or (03) with (10); `not=31nn` excludes (3100) to (3199);
 * `key=22,10,21|235` is a key of Digital Links with its qualifiers in order. `.` stands for a value without a name.
 */
export const dictionary = `
00 pa sscc N18:csum:gcppos2 key # SSCC
01 pa gtin N14:csum:gcppos2 not=255,37 key=22,10,21|235 # GTIN
02 pa contentGtin N14:csum:gcppos2 not=01,03 needs=37 # CONTENT
03 p madeToOrderGtin N14:csum:gcppos2 not=01,02,37,235 # MTO GTIN
10 a lot X..20 needs=01,02,03,8006,8026 # BATCH/LOT
11 pa productionDate N6:yymmd0 needs=01,02,03,8006,8026 # PROD DATE
12 pa dueDate N6:yymmd0 needs=8020 # DUE DATE
13 pa packagingDate N6:yymmd0 needs=01,02,03,8006,8026 # PACK DATE
15 pa bestBeforeDate N6:yymmd0 needs=01,02,03,8006,8026 # BEST BEFORE or BEST BY
16 pa sellByDate N6:yymmd0 needs=01,02,03,8006,8026 # SELL BY
17 pa expirationDate N6:yymmd0 needs=01,02,03,255,8006,8026 # USE BY or EXPIRY
20 pa productVariant N2 needs=01,02,03,8006,8026 # VARIANT
21 - serial X..20 needs=01,03,8006 not=235 # SERIAL
22 - variant X..20 needs=01 # CPV
235 - tpx X..28 needs=01 # TPX
240 a additionalId X..30 needs=01,02,03,8006,8026 # ADDITIONAL ID
241 a customerPartNumber X..30 needs=01,02,03,8006,8026 # CUST. PART No.
242 a madeToOrderVariation N..6 needs=01,02,8006,8026 # MTO VARIANT
243 a packagingComponent X..20 needs=01,03 # PCN
250 a secondarySerial X..30 needs=01+21,03+21,8006+21 # SECONDARY SERIAL
251 a sourceReference X..30 needs=01,03,8006 # REF. TO SOURCE
253 a gdti N13:csum:gcppos1+X..17? key # GDTI
254 - extension X..20 needs=414 # GLN EXTENSION COMPONENT
255 a gcn N13:csum:gcppos1+N..12? key not=01,02,415,8006,8020,8026 # GCN
30 a count N..8 needs=01,02 # VAR. COUNT
3100-3105 pa netWeightKg N6 needs=01,02 not=310n # NET WEIGHT (kg)
3110-3115 pa lengthM N6 needs=01,02 not=311n # LENGTH (m)
3120-3125 pa widthM N6 needs=01,02 not=312n # WIDTH (m)
3130-3135 pa heightM N6 needs=01,02 not=313n # HEIGHT (m)
3140-3145 pa areaM2 N6 needs=01,02 not=314n # AREA (m²)
3150-3155 pa netVolumeL N6 needs=01,02 not=315n # NET VOLUME (l)
3160-3165 pa netVolumeM3 N6 needs=01,02 not=316n # NET VOLUME (m³)
3200-3205 pa . N6 needs=01,02 not=320n # NET WEIGHT (lb)
3210-3215 pa . N6 needs=01,02 not=321n # LENGTH (in)
3220-3225 pa . N6 needs=01,02 not=322n # LENGTH (ft)
3230-3235 pa . N6 needs=01,02 not=323n # LENGTH (yd)
3240-3245 pa . N6 needs=01,02 not=324n # WIDTH (in)
3250-3255 pa . N6 needs=01,02 not=325n # WIDTH (ft)
3260-3265 pa . N6 needs=01,02 not=326n # WIDTH (yd)
3270-3275 pa . N6 needs=01,02 not=327n # HEIGHT (in)
3280-3285 pa . N6 needs=01,02 not=328n # HEIGHT (ft)
3290-3295 pa . N6 needs=01,02 not=329n # HEIGHT (yd)
3300-3305 pa grossWeightKg N6 needs=00,01 not=330n # GROSS WEIGHT (kg)
3310-3315 pa . N6 needs=00,01 not=331n # LENGTH (m), log
3320-3325 pa . N6 needs=00,01 not=332n # WIDTH (m), log
3330-3335 pa . N6 needs=00,01 not=333n # HEIGHT (m), log
3340-3345 pa . N6 needs=00,01 not=334n # AREA (m²), log
3350-3355 pa grossVolumeL N6 needs=00,01 not=335n # VOLUME (l), log
3360-3365 pa grossVolumeM3 N6 needs=00,01 not=336n # VOLUME (m³), log
3370-3375 pa . N6 needs=01 not=337n # KG PER m²
3400-3405 pa . N6 needs=00,01 not=340n # GROSS WEIGHT (lb)
3410-3415 pa . N6 needs=00,01 not=341n # LENGTH (in), log
3420-3425 pa . N6 needs=00,01 not=342n # LENGTH (ft), log
3430-3435 pa . N6 needs=00,01 not=343n # LENGTH (yd), log
3440-3445 pa . N6 needs=00,01 not=344n # WIDTH (in), log
3450-3455 pa . N6 needs=00,01 not=345n # WIDTH (ft), log
3460-3465 pa . N6 needs=00,01 not=346n # WIDTH (yd), log
3470-3475 pa . N6 needs=00,01 not=347n # HEIGHT (in), log
3480-3485 pa . N6 needs=00,01 not=348n # HEIGHT (ft), log
3490-3495 pa . N6 needs=00,01 not=349n # HEIGHT (yd), log
3500-3505 pa . N6 needs=01,02 not=350n # AREA (in²)
3510-3515 pa . N6 needs=01,02 not=351n # AREA (ft²)
3520-3525 pa . N6 needs=01,02 not=352n # AREA (yd²)
3530-3535 pa . N6 needs=00,01 not=353n # AREA (in²), log
3540-3545 pa . N6 needs=00,01 not=354n # AREA (ft²), log
3550-3555 pa . N6 needs=00,01 not=355n # AREA (yd²), log
3560-3565 pa . N6 needs=01,02 not=356n # NET WEIGHT (tr oz)
3570-3575 pa . N6 needs=01,02 not=357n # NET VOLUME (oz)
3600-3605 pa . N6 needs=01,02 not=360n # NET VOLUME (qt (US))
3610-3615 pa . N6 needs=01,02 not=361n # NET VOLUME (gal.)
3620-3625 pa . N6 needs=00,01 not=362n # VOLUME (qt (US)), log
3630-3635 pa . N6 needs=00,01 not=363n # VOLUME (gal (US)), log
3640-3645 pa . N6 needs=01,02 not=364n # NET VOLUME (in³)
3650-3655 pa . N6 needs=01,02 not=365n # NET VOLUME (ft³)
3660-3665 pa . N6 needs=01,02 not=366n # NET VOLUME (yd³)
3670-3675 pa . N6 needs=00,01 not=367n # VOLUME (in³), log
3680-3685 pa . N6 needs=00,01 not=368n # VOLUME (ft³), log
3690-3695 pa . N6 needs=00,01 not=369n # VOLUME (yd³), log
37 a contentCount N..8 needs=00+02,00+8026 # COUNT
3900-3909 a amount N..15 needs=255,8020 not=390n,391n,394n,8111 # AMOUNT
3910-3919 a amountWithCurrency N3:iso4217+N..15 needs=8020 not=391n # AMOUNT
3920-3929 a price N..15 needs=01+30,01+31nn,01+32nn,01+35nn,01+36nn not=392n,393n # PRICE
3930-3939 a priceWithCurrency N3:iso4217+N..15 needs=30,31nn,32nn,35nn,36nn not=393n # PRICE
3940-3943 a percentOff N4 needs=255 not=394n,8111 # PRCNT OFF
3950-3955 a pricePerMeasure N6 needs=30,31nn,32nn,35nn,36nn not=392n,393n,395n,8005 # PRICE/UoM
400 a orderNumber X..30 # ORDER NUMBER
401 a ginc X..30:gcppos1 key # GINC
402 a gsin N17:csum:gcppos1 key # GSIN
403 a route X..30 needs=00 # ROUTE
410 pa shipTo N13:csum:gcppos1 # SHIP TO LOC
411 pa billTo N13:csum:gcppos1 # BILL TO
412 pa purchasedFrom N13:csum:gcppos1 # PURCHASE FROM
413 pa shipFor N13:csum:gcppos1 # SHIP FOR LOC
414 pa placeGln N13:csum:gcppos1 key=254|7040 # LOC No.
415 pa payToGln N13:csum:gcppos1 needs=8020 key=8020 # PAY TO
416 pa productionGln N13:csum:gcppos1 # PROD/SERV LOC
417 pa partyGln N13:csum:gcppos1 key=7040 # PARTY
420 a shipToPostCode X..20 not=421 # SHIP TO POST
421 a shipToPostCodeWithCountry N3:iso3166+X..9 not=4307 # SHIP TO POST
422 a originCountry N3:iso3166 needs=01,02,03,8006,8026 not=426 # ORIGIN
423 a initialProcessCountries N3:iso3166+N3?:iso3166+N3?:iso3166+N3?:iso3166+N3?:iso3166 needs=01,02,03 not=426 # COUNTRY - INITIAL PROCESS
424 a processCountry N3:iso3166 needs=01,02,03 not=426 # COUNTRY - PROCESS
425 a disassemblyCountries N3:iso3166+N3?:iso3166+N3?:iso3166+N3?:iso3166+N3?:iso3166 needs=01,02,03 not=426 # COUNTRY - DISASSEMBLY
426 a fullProcessCountry N3:iso3166 needs=01,02,03 # COUNTRY - FULL PROCESS
427 a originSubdivision X..3 needs=01+422,02+422,03+422 # ORIGIN SUBDIVISION
4300 a shipToCompany X..35:pcenc needs=00 # SHIP TO COMP
4301 a shipToName X..35:pcenc needs=00 # SHIP TO NAME
4302 a shipToAddress1 X..70:pcenc needs=00 # SHIP TO ADD1
4303 a shipToAddress2 X..70:pcenc needs=4302 # SHIP TO ADD2
4304 a shipToSuburb X..70:pcenc needs=00 # SHIP TO SUB
4305 a shipToLocality X..70:pcenc needs=00 # SHIP TO LOC
4306 a shipToRegion X..70:pcenc needs=00 # SHIP TO REG
4307 a shipToCountry X2:iso3166alpha2 needs=00 # SHIP TO COUNTRY
4308 a shipToPhone X..30 needs=00 # SHIP TO PHONE
4309 a shipToGeo N10:latitude+N10:longitude needs=00 # SHIP TO GEO
4310 a returnToCompany X..35:pcenc needs=00 # RTN TO COMP
4311 a returnToName X..35:pcenc needs=00 # RTN TO NAME
4312 a returnToAddress1 X..70:pcenc needs=00 # RTN TO ADD1
4313 a returnToAddress2 X..70:pcenc needs=4312 # RTN TO ADD2
4314 a returnToSuburb X..70:pcenc needs=00 # RTN TO SUB
4315 a returnToLocality X..70:pcenc needs=00 # RTN TO LOC
4316 a returnToRegion X..70:pcenc needs=00 # RTN TO REG
4317 a returnToCountry X2:iso3166alpha2 needs=00 # RTN TO COUNTRY
4318 a returnToPostCode X..20 needs=00 # RTN TO POST
4319 a returnToPhone X..30 needs=00 # RTN TO PHONE
4320 a serviceDescription X..35:pcenc needs=00 # SRV DESCRIPTION
4321 a dangerousGoods N1:yesno needs=00 # DANGEROUS GOODS
4322 a authorityToLeave N1:yesno needs=00 # AUTH TO LEAVE
4323 a signatureRequired N1:yesno needs=00 # SIG REQUIRED
4324 a notBefore N6:yymmd0+N4:hhmi needs=00 # NOT BEF DEL DT
4325 a notAfter N6:yymmd0+N4:hhmi needs=00 # NOT AFT DEL DT
4326 a releaseDate N6:yymmdd needs=00 # REL DATE
4330 a maxTemperatureF N6+X1?:hyphen needs=00 not=4331 # MAX TEMP F.
4331 a maxTemperatureC N6+X1?:hyphen needs=00 not=4330 # MAX TEMP C.
4332 a minTemperatureF N6+X1?:hyphen needs=00 not=4333 # MIN TEMP F.
4333 a minTemperatureC N6+X1?:hyphen needs=00 not=4332 # MIN TEMP C.
7001 a natoStockNumber N13 needs=01,02,8006,8026 # NSN
7002 a meatCut X..30 needs=01,02 # MEAT CUT
7003 a expirationTime N6:yymmdd+N4:hhmi needs=01,02,03 # EXPIRY TIME
7004 a activePotency N..4 needs=01+10,03+10 # ACTIVE POTENCY
7005 a catchArea X..12 needs=01,02 # CATCH AREA
7006 a firstFreezeDate N6:yymmdd needs=01,02 # FIRST FREEZE DATE
7007 a harvestDate N6:yymmdd+N6?:yymmdd needs=01,02 # HARVEST DATE
7008 a aquaticSpecies X..3 needs=01,02 # AQUATIC SPECIES
7009 a fishingGear X..10 needs=01,02 # FISHING GEAR TYPE
7010 a productionMethod X..2 needs=01,02,03 # PROD METHOD
7011 a testByDate N6:yymmdd+N4?:hhmi needs=01,02,03 # TEST BY DATE
7020 a refurbishmentLot X..20 needs=01+416,03+416,8006+416 # REFURB LOT
7021 a functionalStatus X..20 needs=01,03,8006 # FUNC STAT
7022 a revisionStatus X..20 needs=01+7021,03+7021,8006+7021 # REV STAT
7023 a assemblyGiai X..30:gcppos1 # GIAI - ASSEMBLY
7030 a processor0 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 0
7031 a processor1 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 1
7032 a processor2 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 2
7033 a processor3 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 3
7034 a processor4 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 4
7035 a processor5 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 5
7036 a processor6 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 6
7037 a processor7 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 7
7038 a processor8 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 8
7039 a processor9 N3:iso3166999+X..27 needs=01,02 # PROCESSOR # 9
7040 - importerIndex N1+X1+X1+X1:importeridx # UIC+EXT
7041 - freightUnitType X..4:packagetype needs=00 # UFRGT UNIT TYPE
710 a nhrnDe X..20 needs=01 # NHRN PZN
711 a nhrnFr X..20 needs=01 # NHRN CIP
712 a nhrnEs X..20 needs=01 # NHRN CN
713 a nhrnBr X..20 needs=01 # NHRN DRN
714 a nhrnPt X..20 needs=01 # NHRN AIM
715 a nhrnUs X..20 needs=01 # NHRN NDC
716 a nhrnIt X..20 needs=01 # NHRN AIC
717 a nhrnCr X..20 needs=01 # NHRN SRN
7230 a certification1 X2+X..28 needs=01,8004 # CERT # 1
7231 a certification2 X2+X..28 needs=01,8004 # CERT # 2
7232 a certification3 X2+X..28 needs=01,8004 # CERT # 3
7233 a certification4 X2+X..28 needs=01,8004 # CERT # 4
7234 a certification5 X2+X..28 needs=01,8004 # CERT # 5
7235 a certification6 X2+X..28 needs=01,8004 # CERT # 6
7236 a certification7 X2+X..28 needs=01,8004 # CERT # 7
7237 a certification8 X2+X..28 needs=01,8004 # CERT # 8
7238 a certification9 X2+X..28 needs=01,8004 # CERT # 9
7239 a certification10 X2+X..28 needs=01,8004 # CERT # 10
7240 a protocol X..20 needs=01,8006 not=03 # PROTOCOL
7241 a mediaType N2:mediatype needs=8017,8018 # AIDC MEDIA TYPE
7242 a versionControl X..25 needs=8017,8018 # VCN
7250 a birthDate N8:yyyymmdd needs=8018 not=7251 # DOB
7251 a birthTime N8:yyyymmdd+N4:hhmi needs=8018 not=7250 # DOB TIME
7252 a sex N1:iso5218 needs=8018 # BIO SEX
7253 a familyName X..40:pcenc needs=8017,8018 not=7256,7259 # FAMILY NAME
7254 a givenName X..40:pcenc needs=8017,8018 not=7256,7259 # GIVEN NAME
7255 a nameSuffix X..10 needs=8017,8018 not=7256,7259 # SUFFIX
7256 a fullName X..90:pcenc needs=8017,8018 # FULL NAME
7257 a personAddress X..70:pcenc needs=8018 # PERSON ADDR
7258 a birthSequence X3:posinseqslash needs=8018+7259 # BIRTH SEQUENCE
7259 a babyName X..40:pcenc needs=8018 not=7256 # BABY
8001 a rollDimensions N4:nonzero+N5:nonzero+N3:nonzero+N1:winding+N1 needs=01 # DIMENSIONS
8002 a mobilePhone X..20 # CMT No.
8003 a grai N1:zero+N13:csum:gcppos1+X..16? key # GRAI
8004 a giai X..30:gcppos1 key=7040 # GIAI
8005 a pricePerUnit N6 needs=01,02 # PRICE PER UNIT
8006 a itip N14:csum:gcppos2+N4:pieceoftotal not=01,03,37 key=22,10,21 # ITIP
8007 a iban X..34:iban needs=415 # IBAN
8008 a productionTime N6:yymmdd+N2:hh+N2?:mi+N2?:ss needs=01,02,03 # PROD TIME
8009 a opticalSensor X..50 needs=00,01,03 # OPTSEN
8010 a cpid Y..30:gcppos1 key=8011 # CPID
8011 - partSerial N..12:nozeroprefix needs=8010 # CPID SERIAL
8012 a softwareVersion X..20 needs=01,03,8006 # VERSION
8013 a gmn X..25:csumalpha:gcppos1 key # GMN
8014 - mudi X..25:csumalpha:gcppos1:hasnondigit needs=01 # MUDI
8017 a providerGsrn N18:csum:gcppos1 not=8018 key=8019 # GSRN - PROVIDER
8018 a recipientGsrn N18:csum:gcppos1 not=8017 key=8019 # GSRN - RECIPIENT
8019 - instance N..10 needs=8017,8018 # SRIN
8020 - paymentReference X..25 needs=415 # REF No.
8026 a contentItip N14:csum:gcppos2+N4:pieceoftotal needs=37 not=02,03,8006 # ITIP CONTENT
8030 a signature Z..90 needs=00,01+21,03+21,253,255,8003,8004,8006+21,8010+8011,8017,8018 # DIGSIG
8040 - imei N15 needs=01+21 # IMEI
8041 - imei2 N15 needs=01+21+8040 # IMEI2
8042 - esim N32 needs=01+21+8040 # ESIM
8043 - psim N18+N..2? needs=01+21+8040 # PSIM
8110 a coupon X..70:couponcode
8111 a loyaltyPoints N4 needs=255 # POINTS
8112 a paperlessCoupon X..70:couponposoffer
8200 - productUrl X..70 needs=01 # PRODUCT URL
90 a . X..30 # INTERNAL
91-99 a . X..90 # INTERNAL
`.trim();
