// Made from contracts/src/RuleRegistry.sol by contracts/generate.ts; change the Solidity and run it again.
export const ruleRegistryAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      }
    ],
    "name": "EmptyCid",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "date",
        "type": "uint64"
      }
    ],
    "name": "NoRulePack",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "NotSigned",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "effectiveFrom",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "string",
        "name": "cid",
        "type": "string"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "Published",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "effectiveFrom",
        "type": "uint64"
      },
      {
        "internalType": "string",
        "name": "cid",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "hashRulePack",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      }
    ],
    "name": "packCount",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "date",
        "type": "uint64"
      }
    ],
    "name": "packFor",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "effectiveFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "publishedAt",
            "type": "uint64"
          },
          {
            "internalType": "string",
            "name": "cid",
            "type": "string"
          }
        ],
        "internalType": "struct RuleRegistry.RulePack",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "jurisdiction",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "effectiveFrom",
        "type": "uint64"
      },
      {
        "internalType": "string",
        "name": "cid",
        "type": "string"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "publish",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const ruleRegistryBytecode = '0x6101606040523461013d57604051610018604082610141565b6016815260208101907f47726973746d696c6c2052756c65526567697374727900000000000000000000825260405191610053604084610141565b600183526020830191603160f81b835261006c81610178565b6101205261007984610178565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100e260c082610141565b5190206080523060c05260405161118c90816101e4823960805181611008015260a051816110c5015260c05181610fd9015260e051816110570152610100518161107d015261012051816103f20152610140518161041b0152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761016457604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101a3576020815191015160208210610194571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c80630909ca4c146104ee57806384b0196e146103bc578063922aa1b714610140578063d09eccda146100c35763dfe353f214610050575f80fd5b346100bf5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100bf5773ffffffffffffffffffffffffffffffffffffffff61009c6109b6565b165f52600260205260405f206024355f52602052602060405f2054604051908152f35b5f80fd5b346100bf5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100bf576100fa6109b6565b6101026109d9565b906064359067ffffffffffffffff82116100bf5760209261012a6101389336906004016109f0565b916084359360243590610bb9565b604051908152f35b346100bf5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100bf576101776109b6565b60243573ffffffffffffffffffffffffffffffffffffffff6101976109d9565b926060604080516101a781610a61565b5f81525f602082015201521690815f52600260205260405f20815f5260205260405f2090815492835f67ffffffffffffffff5f9716965b82811061036d575050841015610339576101f88484610b22565b5060405161020581610a61565b600182549267ffffffffffffffff8416835267ffffffffffffffff602084019460401c1684520191604051925f9080549061023f82610b68565b80875291600181169081156102ec57506001146102a7575b67ffffffffffffffff856102a3888388610273838a0384610a7d565b60408501928352604051958695602087525116602086015251166040840152516060808401526080830190610a1e565b0390f35b5f908152602081209092505b8183106102d2575050830160200167ffffffffffffffff6102a3610257565b6001816020929493945483858a01015201910191906102b3565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660208089019190915292151560051b8701909201925067ffffffffffffffff91506102a39050610257565b8492507f816f5996000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b67ffffffffffffffff6103808288610b22565b50541688811115806103a8575b61039b575b506001016101de565b9150955060018690610392565b5067ffffffffffffffff831681101561038d565b346100bf575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100bf576104926104167f0000000000000000000000000000000000000000000000000000000000000000610f6b565b61043f7f0000000000000000000000000000000000000000000000000000000000000000610f6b565b60206104a0604051926104528385610a7d565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190610a1e565b908582036040870152610a1e565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106104d757505050500390f35b8351855286955093810193928101926001016104c8565b346100bf5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100bf576105256109b6565b602435906105316109d9565b9160643567ffffffffffffffff81116100bf576105529036906004016109f0565b929060843567ffffffffffffffff81116100bf576105749036906004016109f0565b95909473ffffffffffffffffffffffffffffffffffffffff841693845f52600260205260405f20865f5260205260405f2097885497831561098657863314928315610965575b505050156109315767ffffffffffffffff604051926105d884610a61565b16918281526020810167ffffffffffffffff421681526105f9368487610abe565b9860408301998a52680100000000000000008910156108d8578861062291600182018155610b22565b9190916109055767ffffffffffffffff60019351167fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff0000000000000000845493837fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000086161786555160401b1692161717815501965196875167ffffffffffffffff81116108d8576106bd8254610b68565b98601f8a11610889575b602099508990601f83116001146107a057937fb8cdc912a2b7d845f4f823f6a635f88b735cd37daaea98004c7dff2e29f0d372969593837fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe094601f946080985f92610795575b50507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8260011b9260031b1c19161790555b80604051968795865260608d870152816060870152868601375f85828601015289604085015201168101030190a3604051908152f35b015190508e8061072d565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0831691845f52815f20925f5b818110610872575084601f94608098947fb8cdc912a2b7d845f4f823f6a635f88b735cd37daaea98004c7dff2e29f0d3729b9a98947fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0986001951061083b575b505050811b01905561075f565b01517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60f88460031b161c191690558e808061082e565b92938d6001819287860151815501950193016107ce565b818a11156106c757825f5260205f20601f830160051c90602084106108d0575b81019a601f0160051c035f5b8181106108c35750506106c7565b5f8c8201556001016108b5565b5f91506108a9565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b5050507f4aee5cf0000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b61097e93506109788a8689898d86610bb9565b90610c88565b8880806105ba565b87877fe8f2b44c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6004359073ffffffffffffffffffffffffffffffffffffffff821682036100bf57565b6044359067ffffffffffffffff821682036100bf57565b9181601f840112156100bf5782359167ffffffffffffffff83116100bf57602083818601950101116100bf57565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6060810190811067ffffffffffffffff8211176108d857604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176108d857604052565b92919267ffffffffffffffff82116108d85760405191610b06601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200184610a7d565b8294818452818301116100bf578281602093845f960137010152565b8054821015610b3b575f5260205f209060011b01905f90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b90600182811c92168015610baf575b6020831014610b8257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f1691610b77565b93610bd460429693929467ffffffffffffffff923691610abe565b60208151910120916040519473ffffffffffffffffffffffffffffffffffffffff60208701977f6c1490013bdfd19caf44a09fb008da22cc69052bcfe1536cd7b5dd6fad5a28308952166040870152606086015216608084015260a083015260c082015260c08152610c4760e082610a7d565b519020610c52610fc2565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b9060408403610ebb57836020116100bf578235602084013560207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0870110610e8a575b601b8160ff1c019060ff8211610e5d5773ffffffffffffffffffffffffffffffffffffffff8516918215159384610dcc575b50505050610dc3575b813b15159283610d19575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f8080610d11565b50505050600190565b602093945091610e227f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f94604051948594169189859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa15610e525773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080610cfd565b6040513d5f823e3d90fd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208781030160031b1b16610ccb565b610ec6848483610f37565b506004811015610f0a57159081610ee7575b5015610d065750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f610ed8565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9060418303610f6157610f5a9250602081013591604082359201355f1a906110eb565b9192909190565b50505f9160029190565b60ff811690601f8211610f9a5760405191610f87604084610a7d565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163014806110c2575b1561102a577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526110bc60c082610a7d565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614611001565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161118157906111446020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa15610e52575f5173ffffffffffffffffffffffffffffffffffffffff81161561117757905f905f90565b505f906001905f90565b5050505f916003919056' as const;
